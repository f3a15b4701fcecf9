import { expect, test } from "vitest";
import type { AdCost } from "../src/attribution/index.ts";
import { after, day, minute, type CallId, type SiteId, type VisitId } from "../src/index.ts";
import type { CreditableCall, ReportPeriod, VisitorPath } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCandidate, aMatch } from "./build-call.ts";
import { aLanding, aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, sourceTouch, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const november = { from: "2026-11-01", to: "2026-11-30" };
const aCost = (over: Partial<AdCost> = {}): AdCost => ({
  day: "2026-11-02",
  source: "google",
  medium: "cpc",
  campaign: "Spring",
  keyword: undefined,
  landingPath: undefined,
  line: "group one",
  currency: "USD",
  micros: 12_340_000,
  clicks: 10,
  impressions: 100,
  ...over,
});
const email = aTouch({ channel: "email", source: "mailing", medium: "email" });

/** What every store of money must do. */
export function moneyStoreContract(makeWorld: MakeWorld): void {
  inWorld("money store", makeWorld, (world) => {
    test("a file imported twice counts once, and a corrected one corrects", async () => {
      const { account, site } = await seedShop(world());
      const { money } = world();
      const file = [aCost(), aCost({ campaign: undefined, keyword: "émergency 🛠", micros: 1 })];

      expect(await money.saveCosts(account, site, anId("one"), file)).toEqual({ added: 2, replaced: 0 });
      expect(await money.saveCosts(account, site, anId("two"), file)).toEqual({ added: 0, replaced: 2 });
      expect(total(await money.costs(account, november))).toBe(12_340_001);
      await money.saveCosts(account, site, anId("three"), [aCost({ micros: 5, clicks: 1 })]);

      const kept = await money.costs(account, november);
      expect(kept.toSorted((a, b) => a.micros - b.micros)).toEqual([
        { ...file[1], line: "" },
        { ...aCost(), line: "", micros: 5, clicks: 1 },
      ]);
    });

    test("lines of one import that say the same of themselves add up, in one part of it or in two", async () => {
      const { account, site } = await seedShop(world());
      const { money } = world();

      await money.saveCosts(account, site, anId("one"), [aCost({ micros: 1 }), aCost({ micros: 2 })]);
      await money.saveCosts(account, site, anId("one"), [aCost({ micros: 4 })]);
      await money.saveCosts(account, site, anId("one"), [aCost({ micros: 8, line: "group two" })]);

      const kept = await money.costs(account, november);
      expect(kept).toEqual([{ ...aCost(), line: "", micros: 15, clicks: 40, impressions: 400 }]);
    });

    test("costs are found by their days, both included, and by site; another account has none", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { money } = world();
      const days = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"];
      const lines = days.map((one, nth) => aCost({ day: one, micros: 10 ** nth }));
      await money.saveCosts(shop.account, shop.site, anId("one"), lines);

      expect(total(await money.costs(shop.account, november))).toBe(110);
      expect(total(await money.costs(shop.account, { ...november, site: shop.site }))).toBe(110);
      expect(await money.costs(shop.account, { ...november, site: anId<SiteId>("elsewhere") })).toEqual([]);
      expect(await money.costs(other.account, november)).toEqual([]);
      await expect(money.saveCosts(other.account, shop.site, anId("one"), lines)).rejects.toBeInstanceOf(Error);
    });

    test("what a call was worth is kept, changed and taken back, and only the account's own calls have a worth", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { money } = world();
      const id = await ring(world(), shop, "one");
      const dollars = { micros: 450_000_000, currency: "USD" };

      expect(await money.valueOf(shop.account, id)).toBeUndefined();
      expect(await money.setValue(shop.account, id, dollars, at("11:00"))).toBe(true);
      expect(await money.setValue(shop.account, id, { ...dollars, micros: 1 }, at("11:01"))).toBe(true);
      expect(await money.valueOf(shop.account, id)).toEqual({ ...dollars, micros: 1 });
      expect(await money.setValue(other.account, id, dollars, at("11:00"))).toBe(false);
      expect(await money.valueOf(other.account, id)).toBeUndefined();
      expect(await money.setValue(shop.account, id, undefined, at("11:02"))).toBe(true);
      expect(await money.valueOf(shop.account, id)).toBeUndefined();
      expect(await money.setValue(shop.account, anId<CallId>("never rang"), dollars, at("11:00"))).toBe(false);
    });

    test("a call is told with everybody who may have made it and the way each had come", async () => {
      const shop = await seedShop(world());
      await visit(world(), shop, "first", "ann", -2 * day, email, "/offer");
      await visit(world(), shop, "second", "ann", 0, aTouch(), "/");
      await visit(world(), shop, "after", "ann", minute, email, "/late");
      await visit(world(), shop, "bobs", "bob", 0, email, "/b");
      const id = await ring(world(), shop, "one", 10 * minute);
      const candidates = [
        aCandidate({ visit: anId<VisitId>("second"), probability: 0.6 }),
        aCandidate({ visit: anId<VisitId>("bobs"), probability: 0.2, touch: email }),
        aCandidate({ visit: anId<VisitId>("forgotten"), probability: 0.1 }),
      ];
      await world().calls.saveMatch(shop.account, id, aMatch({ candidates, returning: 0.06, nobody: 0.04 }), undefined);
      await world().money.setValue(shop.account, id, { micros: 7, currency: "EUR" }, at("11:00"));

      const [call] = await creditable(world(), shop);

      expect(call).toMatchObject({
        id,
        number: shop.source.id,
        returning: 0.06,
        value: { micros: 7, currency: "EUR" },
      });
      expect(call?.callers.map(({ visitor, probability }) => [visitor, probability])).toEqual([
        [anId("ann"), 0.6],
        [anId("bob"), 0.2],
        [undefined, 0.1],
      ]);
      expect(call?.callers.map(({ touches }) => touches.map(({ landingPath }) => landingPath))).toEqual([
        ["/offer", "/"],
        ["/b"],
        [undefined],
      ]);
      expect(call?.callers[0]?.touches[0]).toEqual({
        touch: email,
        landingPath: "/offer",
        agoMs: 2 * day + 10 * minute,
      });
    });

    test("calls come by when they rang, the start included and the end not, each once however many they are", async () => {
      const shop = await seedShop(world());
      for (let nth = 0; nth < 130; nth += 1) await ring(world(), shop, `call ${nth}`, (nth % 65) * minute);
      const id = await ring(world(), shop, "unjudged", 200 * minute);
      await world().calls.saveMatch(
        shop.account,
        anId("call 0"),
        aMatch({ kind: "none", candidates: [] }),
        sourceTouch,
      );
      const period = { from: at("10:00"), before: after(at("10:00"), 200 * minute) };

      const told = await creditable(world(), shop, period);

      expect(new Set(told.map((call) => call.id)).size).toBe(130);
      expect(told.map(({ rangAt }) => rangAt)).toEqual(told.map(({ rangAt }) => rangAt).toSorted((a, b) => a - b));
      expect(told.find((call) => call.id === anId("call 0"))?.sourceTouch).toEqual(sourceTouch);
      const [late] = await creditable(world(), shop, { ...period, from: period.before, before: at("20:00") });
      expect(late).toMatchObject({ id, callers: [], returning: 0 });
      expect(await creditable(world(), await seedShop(world()), period)).toEqual([]);
      expect(await creditable(world(), shop, { ...period, site: anId<SiteId>("elsewhere") })).toEqual([]);
    });

    test("every visitor of a time is told once, with the visits of that time", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      await visit(world(), shop, "long ago", "ann", -2 * day, email, "/offer");
      await visit(world(), shop, "one", "ann", 0, email, "/");
      await visit(world(), shop, "two", "ann", minute, aTouch(), "/two");
      await visit(world(), shop, "bobs", "bob", minute, email, "/b");
      const period = { from: at("10:00"), before: at("11:00"), site: shop.site };

      const paths = await visitorPaths(world(), shop, period);

      const landings = paths.map(({ visitor, touches }) => [visitor, touches.map(({ landingPath }) => landingPath)]);
      expect(new Map(landings as [string, unknown][])).toEqual(
        new Map<string, unknown>([
          [anId("ann"), ["/", "/two"]],
          [anId("bob"), ["/b"]],
        ]),
      );
      expect(await visitorPaths(world(), other, { from: period.from, before: period.before })).toEqual([]);
    });
  });
}

function total(costs: readonly AdCost[]): number {
  return costs.reduce((sum, { micros }) => sum + micros, 0);
}

async function ring({ calls }: World, { account, connection, site, source }: Shop, name: string, afterMs = 0) {
  const id = anId<CallId>(name);
  const rangAt = after(at("10:00"), afterMs);
  await calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
  return id;
}

async function visit(
  { pools }: World,
  { account, site }: Shop,
  name: string,
  visitor: string,
  afterMs: number,
  touch: ReturnType<typeof aTouch>,
  path: string,
) {
  const page = { path, title: "Page", at: after(at("10:00"), afterMs) };
  const landed = {
    id: anId<VisitId>(name),
    visitor: anId<never>(visitor),
    site,
    touch,
    landing: aLanding({ path }),
    page,
  };
  await pools.lend(account, aVisit(landed), []);
}

async function creditable(
  { money }: World,
  { account }: Shop,
  period: ReportPeriod = { from: at("09:00"), before: at("12:00") },
): Promise<readonly CreditableCall[]> {
  const all: CreditableCall[] = [];
  for await (const part of money.creditable(account, period)) all.push(...part);
  return all;
}

async function visitorPaths({ money }: World, { account }: Shop, period: ReportPeriod) {
  const all: VisitorPath[] = [];
  for await (const part of money.visitorPaths(account, period)) all.push(...part);
  return all;
}
