import { expect, test } from "vitest";
import type { ShopOrder } from "../src/attribution/index.ts";
import { after, day, hour, minute, type CallId, type SiteId, type VisitId } from "../src/index.ts";
import type { CreditableOrder, ReportPeriod } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCandidate, aMatch } from "./build-call.ts";
import { anOrder } from "./build-order.ts";
import { aLanding, aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const today: ReportPeriod = { from: at("00:00"), before: after(at("00:00"), day) };
const name = ({ shop, ref }: ShopOrder) => ({ shop, ref });

/** What every store of orders must do. */
export function orderStoreContract(makeWorld: MakeWorld): void {
  inWorld("order store", makeWorld, (world) => {
    test("an order told again says what was told last; an older telling that comes late changes nothing", async () => {
      const { account, site } = await seedShop(world());
      const { orders } = world();
      const created = anOrder();
      const paid = anOrder({ updatedAt: at("11:30"), micros: 80_000_000 });
      const cancelled = anOrder({ updatedAt: at("12:00"), isCancelled: true });

      expect(await orders.keep(account, site, [created])).toEqual({ added: 1, replaced: 0, older: 0 });
      expect(await orders.keep(account, site, [cancelled])).toEqual({ added: 0, replaced: 1, older: 0 });
      expect(await orders.keep(account, site, [paid, created])).toEqual({ added: 0, replaced: 0, older: 2 });
      expect(await orders.keep(account, site, [cancelled])).toEqual({ added: 0, replaced: 1, older: 0 });

      expect(await orders.list(account, today, 10)).toEqual([
        { ...cancelled, site, refundedMicros: 0, match: undefined },
      ]);
    });

    test("one telling of the same order twice keeps the later", async () => {
      const { account, site } = await seedShop(world());
      const twice = [anOrder({ updatedAt: at("12:00"), micros: 2 }), anOrder({ micros: 1 })];

      await world().orders.keep(account, site, twice);

      expect((await world().orders.find(account, site, [name(anOrder())])).map(({ micros }) => micros)).toEqual([2]);
    });

    test("a refund counts once, and may be heard of before its order", async () => {
      const { account, site } = await seedShop(world());
      const { orders } = world();
      const refund = { shop: "shop.example", order: "1001", ref: "r1", micros: 25_000_000 };

      expect(await orders.keepRefunds(account, site, [refund, { ...refund, ref: "r2", micros: 5 }])).toBe(2);
      expect(await orders.keepRefunds(account, site, [refund])).toBe(0);
      expect(await orders.keepRefunds(account, site, [{ ...refund, order: "1002" }])).toBe(1);
      await orders.keep(account, site, [anOrder()]);

      expect(await orders.list(account, today, 10)).toMatchObject([{ refundedMicros: 25_000_005 }]);
    });

    test("an order is credited through one call, with that call's callers, and is part of that call's worth", async () => {
      const shop = await seedShop(world());
      const { account, site } = shop;
      const { orders } = world();
      const call = await aJudgedCall(world(), shop);
      const refund = { shop: "shop.example", order: "1001", ref: "r1", micros: 20_000_000 };
      await orders.keep(account, site, [anOrder(), anOrder({ ref: "1002", isCancelled: true })]);
      await orders.keepRefunds(account, site, [refund]);
      await orders.saveMatches(account, site, [
        { ...name(anOrder()), rule: "caller", call },
        { shop: "shop.example", ref: "1002", rule: "visit", call },
      ]);
      await orders.saveMatches(account, site, [{ ...name(anOrder()), rule: "visit", call }]);

      const told = await creditable(world(), shop);
      expect(told.map(({ ref, through }) => [ref, through?.rule, through?.call.id])).toEqual([
        ["1001", "visit", call],
        ["1002", "visit", call],
      ]);
      expect(told[0]?.through?.call.callers.map(({ probability }) => probability)).toEqual([0.75]);
      expect((await orders.ordersOfCall(account, call)).map(({ ref }) => ref).toSorted()).toEqual(["1001", "1002"]);
      for await (const [first] of world().money.creditable(account, today)) {
        const worth = first?.orders.toSorted((a, b) => b.micros - a.micros);
        expect(worth).toEqual([
          { micros: 80_000_000, currency: "USD" },
          { micros: 0, currency: "USD" },
        ]);
      }
    });

    test("calls are found by the visits that may have made them", async () => {
      const shop = await seedShop(world());
      const call = await aJudgedCall(world(), shop);
      const { orders } = world();

      const found = await orders.callsOfVisits(shop.account, [anId<VisitId>("ann"), anId<VisitId>("nobody")]);

      expect(found).toEqual([{ visit: anId("ann"), call, rangAt: at("10:00"), probability: 0.75 }]);
      expect(await orders.callsOfVisits(shop.account, [])).toEqual([]);
      const other = await seedShop(world());
      expect(await orders.callsOfVisits(other.account, [anId<VisitId>("ann")])).toEqual([]);
    });

    test("a visit's order knows the way that visit had come, until the visitor is forgotten", async () => {
      const shop = await seedShop(world());
      await visit(world(), shop, "ann");
      await world().orders.keep(shop.account, shop.site, [anOrder({ visit: anId<VisitId>("ann") })]);

      const [before] = await creditable(world(), shop);
      expect(before?.way?.map(({ touch, landingPath, agoMs }) => [touch.source, landingPath, agoMs])).toEqual([
        ["google", "/ann", 2 * hour],
      ]);
      await world().visits.forgetVisitor(shop.account, anId("ann's"));

      const [after] = await creditable(world(), shop);
      expect([after?.visit, after?.way]).toEqual([undefined, undefined]);
    });

    test("orders come by when they were placed, each once however many they are, and another account has none", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const many = Array.from({ length: 620 }, (_, nth) =>
        anOrder({ ref: `${nth}`, placedAt: after(at("10:00"), (nth % 65) * minute) }),
      );
      const { orders } = world();

      expect(await orders.keep(shop.account, shop.site, many)).toEqual({ added: 620, replaced: 0, older: 0 });

      const told = await creditable(world(), shop);
      expect(new Set(told.map(({ ref }) => ref)).size).toBe(620);
      expect(told.map(({ placedAt }) => placedAt)).toEqual(
        told.map(({ placedAt }) => placedAt).toSorted((a, b) => a - b),
      );
      expect(await orders.list(shop.account, { ...today, before: at("10:00") }, 10)).toEqual([]);
      expect(await orders.list(shop.account, { ...today, site: anId<SiteId>("elsewhere") }, 10)).toEqual([]);
      expect(await orders.list(other.account, today, 10)).toEqual([]);
      await expect(orders.keep(other.account, shop.site, [anOrder()])).rejects.toBeInstanceOf(Error);
      const newest = await orders.list(shop.account, today, 2);
      expect(newest.map(({ placedAt }) => placedAt)).toEqual([at("11:04"), at("11:04")]);
    });

    test("the owner's rules are kept for each site; a shop is forgotten with its refunds and no other", async () => {
      const shop = await seedShop(world());
      const { account, site } = shop;
      const { orders } = world();
      const wanted = { windowMs: 2 * day, matchesCallers: true };

      expect(await orders.orderRules(account, site)).toEqual({ windowMs: 7 * day, matchesCallers: false });
      await orders.saveOrderRules(account, site, { ...wanted, windowMs: day });
      await orders.saveOrderRules(account, site, wanted);
      expect(await orders.orderRules(account, site)).toEqual(wanted);

      await orders.keep(account, site, [anOrder(), anOrder({ shop: "other.example" })]);
      await orders.keepRefunds(account, site, [{ shop: "shop.example", order: "1001", ref: "r1", micros: 1 }]);
      expect(await orders.forgetShop(account, site, "shop.example")).toBe(1);
      await orders.keep(account, site, [anOrder()]);
      const left = await orders.list(account, today, 10);
      expect(left.map((order) => [order.shop, order.refundedMicros]).toSorted()).toEqual([
        ["other.example", 0],
        ["shop.example", 0],
      ]);
    });
  });
}

async function aJudgedCall(world: World, shop: Shop): Promise<CallId> {
  const { account, connection, site, source } = shop;
  const id = anId<CallId>(`call of ${shop.siteKey}`);
  await world.calls.ring(account, aCall({ id, connection, site, number: source.id, rangAt: at("10:00") }));
  const candidates = [aCandidate({ visit: anId<VisitId>("ann"), probability: 0.75 })];
  await world.calls.saveMatch(account, id, aMatch({ candidates, nobody: 0.25 }), undefined);
  return id;
}

async function visit({ pools }: World, { account, site }: Shop, named: string): Promise<void> {
  const path = `/${named}`;
  const page = { path, title: "Page", at: at("09:00") };
  const who = { id: anId<VisitId>(named), visitor: anId<never>(`${named}'s`), site, touch: aTouch() };
  await pools.lend(account, aVisit({ ...who, landing: aLanding({ path }), page }), []);
}

async function creditable({ orders }: World, { account }: Shop): Promise<readonly CreditableOrder[]> {
  const all: CreditableOrder[] = [];
  for await (const part of orders.creditable(account, today)) all.push(...part);
  return all;
}
