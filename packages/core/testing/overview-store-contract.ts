import { expect, test } from "vitest";
import { estimateOf, keyOf, reportCredit } from "../src/attribution/index.ts";
import { day, hour, type SiteId, type VisitId } from "../src/index.ts";
import type { DaysAsked } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCandidate, aMatch } from "./build-call.ts";
import { anOrder } from "./build-order.ts";
import { at } from "./fixed-clock.ts";
import { creditable, email, reported, ring, seedCalls, tell, visit } from "./overview-calls.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const march: DaysAsked = { from: "2026-03-01", to: "2026-03-31" };

/** What every store of overviews must do. */
export function overviewStoreContract(makeWorld: MakeWorld): void {
  inWorld("overview store", makeWorld, (world) => {
    test("an account without calls has nothing to tell", async () => {
      const { account } = await seedShop(world());

      const told = await world().overviews.overview(account, march, 5);

      expect(told.days).toEqual([]);
      expect(told.channels).toEqual([]);
      expect(await world().overviews.totals(account, march)).toEqual({ ...none, earned: [], paid: [] });
    });

    test("calls are counted by how they went and whether anybody knew the caller, and again once that changes", async () => {
      const shop = await seedShop(world());
      const { overviews } = world();
      const [one, two, three] = [
        await ring(world(), shop, "one"),
        await ring(world(), shop, "two"),
        await ring(world(), shop, "three"),
      ];
      expect(await overviews.totals(shop.account, march)).toEqual({ ...none, calls: 3, earned: [], paid: [] });

      await tell(world(), shop, one, { kind: "answered", at: at("10:01"), key: "a" });
      await tell(world(), shop, two, { kind: "ended", at: at("10:02"), key: "e", end: "no_answer", lengthMs: 9 });
      await tell(world(), shop, three, { kind: "spam_said", at: at("10:03"), key: "s", isSpam: true, by: "user:ann" });
      await world().calls.saveMatch(shop.account, one, aMatch(), undefined);
      await world().calls.saveMatch(shop.account, two, aMatch({ returning: 0.1, nobody: 0 }), undefined);

      const counted = { calls: 3, answered: 1, missed: 1, firstTime: 1, spam: 1 };
      expect(await overviews.totals(shop.account, march)).toEqual({ ...counted, earned: [], paid: [] });
      expect((await overviews.overview(shop.account, march, 5)).days).toEqual([{ day: "2026-03-02", ...counted }]);
    });

    test("credit is what the report of the model 'last' says, row by row, with its bounds", async () => {
      const shop = await seedShop(world());
      await seedCalls(world(), shop);

      const told = await world().overviews.overview(shop.account, march, 50);

      const calls = await creditable(world(), shop);
      for (const [by, rows] of [["channel", told.channels], ...Object.entries(told.top)] as const) {
        const report = reportCredit({
          by: by as "channel",
          model: "last",
          costs: [],
          uncalled: [],
          calls: calls.map(reported),
        });
        if (!report.ok) throw new Error(report.reason.code);
        const expected = new Map(report.value.rows.map((row) => [keyOf(row), row]));
        expect(rows.map(keyOf).toSorted()).toEqual([...expected.keys()].toSorted());
        for (const row of rows) {
          const { mean, low, high } = estimateOf(row);
          const said = expected.get(keyOf(row));
          expect(mean).toBeCloseTo(said?.calls.mean ?? -1, 9);
          expect(low).toBeCloseTo(said?.calls.low ?? -1, 9);
          expect(high).toBeCloseTo(said?.calls.high ?? -1, 9);
          const earned = row.earned.reduce((sum, { micros }) => sum + micros, 0);
          expect(earned).toBeCloseTo(said?.valueMicros.mean ?? -1, 3);
        }
      }
      const sums = Map.groupBy(told.channelDays, keyOf);
      for (const channel of told.channels) {
        const byDay = (sums.get(keyOf(channel)) ?? []).reduce((sum, { calls: theirs }) => sum + theirs, 0);
        expect(byDay).toBeCloseTo(channel.calls, 9);
      }
      expect((await world().overviews.overview(shop.account, march, 1)).top.source).toHaveLength(1);
    });

    test("what a call was worth is told, and no longer once it is taken back; an order stands in where nobody said", async () => {
      const shop = await seedShop(world());
      const { account, site } = shop;
      const { money, orders, overviews } = world();
      const [said, sold] = [await ring(world(), shop, "said"), await ring(world(), shop, "sold")];
      await orders.keep(account, site, [anOrder()]);
      const { shop: host, ref } = anOrder();
      await orders.saveMatches(account, site, [{ shop: host, ref, rule: "visit", call: sold }]);
      await money.setValue(account, said, { micros: 5, currency: "EUR" }, at("11:00"));
      const earned = async () =>
        (await overviews.totals(account, march)).earned.toSorted((a, b) => b.micros - a.micros);
      const order = { micros: anOrder().micros, currency: anOrder().currency };
      expect(await earned()).toEqual([order, { micros: 5, currency: "EUR" }]);

      await money.setValue(account, said, undefined, at("11:01"));
      await orders.keepRefunds(account, site, [{ shop: host, order: ref, ref: "r", micros: 7 }]);
      expect(await earned()).toEqual([{ ...order, micros: order.micros - 7 }]);
      await money.setValue(account, sold, { micros: 2, currency: "EUR" }, at("11:02"));
      expect(await earned()).toEqual([{ micros: 2, currency: "EUR" }]);
    });

    test("a forgotten visitor's landing page is told no more", async () => {
      const shop = await seedShop(world());
      await visit(world(), shop, "ann", email, "/secret-offer");
      const call = await ring(world(), shop, "one");
      const candidates = [aCandidate({ visit: anId<VisitId>("ann"), touch: email, probability: 1 })];
      await world().calls.saveMatch(shop.account, call, aMatch({ candidates, nobody: 0 }), undefined);
      const pages = async () => {
        const { top } = await world().overviews.overview(shop.account, march, 5);
        return top.landing_page.map(({ name }) => name);
      };
      expect(await pages()).toEqual(["/secret-offer"]);

      await world().visits.forgetVisitor(shop.account, anId("ann's browser"));

      expect(await pages()).toEqual([undefined]);
    });

    test("days are the account's own: another time zone counts them anew", async () => {
      const shop = await seedShop(world());
      const { overviews } = world();
      await ring(world(), shop, "late", 13.5 * hour);
      const days = async () => (await overviews.overview(shop.account, march, 5)).days.map(({ day: name }) => name);
      expect(await overviews.timeZoneOf(shop.account)).toBeUndefined();
      expect(await days()).toEqual(["2026-03-02"]);

      await overviews.chooseTimeZone(shop.account, "Asia/Kolkata");

      expect(await overviews.timeZoneOf(shop.account)).toBe("Asia/Kolkata");
      expect(await days()).toEqual(["2026-03-03"]);
    });

    test("a site's own calls and no others, within its days and no others; another account has none", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { overviews } = world();
      await ring(world(), shop, "one");
      const calls = async (account: Shop["account"], asked: DaysAsked) =>
        (await overviews.totals(account, asked)).calls;

      expect(await calls(shop.account, { ...march, site: shop.site })).toBe(1);
      expect(await calls(shop.account, { ...march, site: anId<SiteId>("elsewhere") })).toBe(0);
      expect(await calls(shop.account, { from: "2026-03-02", to: "2026-03-02" })).toBe(1);
      expect(await calls(shop.account, { from: "2026-03-03", to: "2026-03-09" })).toBe(0);
      expect(await calls(other.account, march)).toBe(0);
    });

    test("what was paid is told by what names a row, and the rest of a line is left out", async () => {
      const { account, site } = await seedShop(world());
      const line = {
        day: "2026-03-02",
        medium: "cpc",
        line: "",
        currency: "USD",
        clicks: 1,
        impressions: 2,
        micros: 10,
      };
      const told = [
        { ...line, source: "google", campaign: "Spring", keyword: "drain", landingPath: "/a" },
        { ...line, source: "bing", campaign: undefined, keyword: "drain", landingPath: "/b" },
      ];
      await world().money.saveCosts(account, site, anId("one"), told);

      const { paid } = await world().overviews.overview(account, march, 5);
      expect((await world().overviews.totals(account, { ...march, site })).paid).toEqual([
        { micros: 20, currency: "USD" },
      ]);

      const sums = (rows: typeof paid.channel) => rows.reduce((sum, { micros }) => sum + micros, 0);
      expect([sums(paid.channel), sums(paid.source), sums(paid.keyword), sums(paid.landing_page)]).toEqual([
        20, 20, 20, 20,
      ]);
      expect(paid.source.map(({ source }) => source).toSorted()).toEqual(["bing", "google"]);
      expect(new Set(paid.keyword.map(({ source, keyword }) => `${source}|${keyword}`))).toEqual(new Set(["|drain"]));
      expect(paid.landing_page.map(({ landingPath }) => landingPath).toSorted()).toEqual(["/a", "/b"]);
    });

    test("days that changed can be added up beforehand, and then nothing is left to do", async () => {
      const shop = await seedShop(world());
      for (let nth = 0; nth < 3; nth += 1) await ring(world(), shop, `day ${nth}`, nth * day);

      while ((await world().overviews.addUp(shop.account)) > 0);

      expect((await world().overviews.totals(shop.account, march)).calls).toBe(3);
    });
  });
}

const none = { calls: 0, answered: 0, missed: 0, firstTime: 0, spam: 0 };
