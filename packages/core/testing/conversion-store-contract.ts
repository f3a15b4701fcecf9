import { expect, test } from "vitest";
import type { ClickIdKind, CreditedCall, ToldConversion } from "../src/attribution/index.ts";
import { after, day, hour, minute, type CallId, type Instant, type VisitId, type VisitorId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCandidate, aMatch, anAnsweredCall } from "./build-call.ts";
import { aLanding } from "./build-touch.ts";
import { aPermission, aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { planFor, seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const google: readonly ClickIdKind[] = ["gclid", "gbraid", "wbraid"];

/** What every store of conversions must do. */
export function conversionStoreContract(makeWorld: MakeWorld): void {
  inWorld("conversion store", makeWorld, (world) => {
    test("a judged call comes with its visits, what they allowed, and the visitor's last click before it", async () => {
      const shop = await seedShop(world());
      const first = await visit(world(), shop, { who: "ann", name: "by ad", gclid: "early", startedAt: at("09:00") });
      const last = await visit(world(), shop, { who: "ann", name: "direct", startedAt: at("09:58") });
      await visit(world(), shop, { who: "bob", name: "another's", gclid: "not ann's", startedAt: at("09:59") });
      const call = await ring(world(), shop, "one", [last]);
      await world().money.setValue(shop.account, call, { micros: 5, currency: "USD" }, at("11:00"));

      const [credited, ...more] = await read(world(), shop);

      expect(more).toEqual([]);
      expect(credited).toMatchObject({
        id: call,
        rangAt: at("10:00"),
        answered: true,
        value: { micros: 5, currency: "USD" },
        visits: [{ visit: last, probability: 1, evidence: aPermission() }],
        caller: undefined,
      });
      expect(credited?.talkMs).toBeGreaterThan(0);
      expect(credited?.visits[0]?.click).toEqual({ kind: "gclid", id: "early", at: at("09:00") });
      expect(first).not.toBe(last);
    });

    test("a click of another platform's, too old a click and one after the ring do not count", async () => {
      const shop = await seedShop(world());
      const mine = await visit(world(), shop, { who: "ann", name: "mine", startedAt: at("09:58") });
      await visit(world(), shop, { who: "ann", name: "later", gclid: "later", startedAt: after(at("10:00"), minute) });
      await visit(world(), shop, { who: "ann", name: "old", gclid: "old", startedAt: after(at("10:00"), -2 * hour) });
      await ring(world(), shop, "one", [mine]);

      expect((await read(world(), shop, { windowMs: hour }))[0]?.visits[0]?.click).toBeUndefined();
      expect((await read(world(), shop, { windowMs: day }))[0]?.visits[0]?.click?.id).toBe("old");
      expect((await read(world(), shop, { windowMs: day, clickIds: ["fbclid"] }))[0]?.visits[0]?.click).toBeUndefined();
    });

    test("a call nobody judged yet, one that a person called spam and another account's are left out", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const seen = await visit(world(), shop, { who: "ann", name: "seen", gclid: "x", startedAt: at("09:58") });
      const spam = await ring(world(), shop, "spam", [seen]);
      await world().calls.append(shop.account, spam, {
        kind: "spam_said",
        key: "said",
        at: at("10:30"),
        isSpam: true,
        by: "user:1",
      });
      const place = { connection: shop.connection, number: shop.source.id, site: shop.site };
      await world().calls.ring(shop.account, aCall({ ...place, id: anId("raw"), carrierRef: `raw ${shop.account}` }));

      expect(await read(world(), shop)).toEqual([]);
      expect(await read(world(), other)).toEqual([]);
    });

    test("a forgotten visitor's visits are gone from their calls", async () => {
      const shop = await seedShop(world());
      const seen = await visit(world(), shop, { who: "ann", name: "seen", gclid: "x", startedAt: at("09:58") });
      await ring(world(), shop, "one", [seen]);
      await world().visits.forgetVisitor(shop.account, visitorOf(shop, "ann"));

      expect((await read(world(), shop)).map(({ visits }) => visits)).toEqual([[]]);
    });

    test("what a receiver was told is kept for each receiver, and what it is told later counts", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { conversions } = world();
      const call = await ring(world(), shop, "one", []);
      const one = aTold({ call, at: at("10:00") });
      await conversions.keepTold(shop.account, "a", [one, aTold({ id: "2", call, click: undefined })], at("11:00"));
      await conversions.keepTold(shop.account, "b", [one], at("11:00"));
      await conversions.keepTold(shop.account, "a", [{ ...one, worth: undefined, state: "retracted" }], at("12:00"));

      expect(await conversions.told(shop.account, "a", at("10:00"))).toEqual([
        { ...one, worth: undefined, state: "retracted" },
        aTold({ id: "2", call, click: undefined }),
      ]);
      expect(await conversions.told(shop.account, "b", at("10:00"))).toEqual([one]);
      expect(await conversions.told(shop.account, "a", after(at("10:00"), 1))).toEqual([]);
      expect(await conversions.told(other.account, "a", at("10:00"))).toEqual([]);
    });
  });
}

const aTold = (over: Partial<ToldConversion>): ToldConversion => ({
  id: "1",
  call: "",
  at: at("10:00"),
  click: { kind: "gclid", id: "click", at: at("09:00") },
  worth: { micros: 9_007_199_254_740_991, currency: "USD" },
  state: "told",
  ...over,
});

async function read(
  { conversions }: World,
  { account, site }: Shop,
  over: { readonly windowMs?: number; readonly clickIds?: readonly ClickIdKind[] } = {},
): Promise<readonly CreditedCall[]> {
  const period = { site, from: at("00:00"), before: at("23:00") };
  const read: CreditedCall[] = [];
  const query = { ...period, clickIds: google, windowMs: 90 * day, ...over };
  for await (const part of conversions.creditedCalls(account, query)) read.push(...part);
  return read;
}

const visitorOf = (shop: Shop, who: string) => anId<VisitorId>(`${shop.account} ${who}`);

interface VisitAsked {
  readonly who: string;
  readonly name: string;
  readonly gclid?: string;
  readonly startedAt: Instant;
}

async function visit(world: World, shop: Shop, { who, name, gclid, startedAt }: VisitAsked): Promise<VisitId> {
  const id = anId<VisitId>(`${shop.account} ${name}`);
  const landing = aLanding({ query: gclid === undefined ? {} : { gclid } });
  const page = { path: "/", title: "Home", at: startedAt };
  const made = aVisit({ id, visitor: visitorOf(shop, who), site: shop.site, landing, page });
  await world.pools.lend(shop.account, made, [planFor(shop, startedAt, { id })]);
  return id;
}

async function ring(world: World, shop: Shop, name: string, visits: readonly VisitId[]): Promise<CallId> {
  const id = anId<CallId>(`${shop.account} ${name}`);
  const place = { connection: shop.connection, number: shop.source.id, site: shop.site };
  await world.calls.ring(shop.account, aCall({ ...place, id, carrierRef: `${name} ${shop.account}` }));
  for (const event of anAnsweredCall()) await world.calls.append(shop.account, id, event);
  const candidates = visits.map((one) => aCandidate({ visit: one, probability: 1 / visits.length }));
  await world.calls.saveMatch(shop.account, id, aMatch({ candidates }), undefined);
  return id;
}
