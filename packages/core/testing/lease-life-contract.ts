import { expect, test } from "vitest";
import { leaseState } from "../src/number-pool/index.ts";
import type { VisitId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { planFor, seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const ann: VisitId = anId("ann");

/** What every store of numbers must do with a lease once it is lent: proof of life, return, end, other accounts. */
export function leaseLifeContract(makeWorld: MakeWorld): void {
  inWorld("pool store: the life of a lease", makeWorld, (world) => {
    test("a lease is provisional until proof of life, then firm and longer", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      await lendTo(world(), shop, "ann", { now: at("10:00"), isFirm: false });
      expect(await stateOf(world(), shop, "10:00:02")).toBe("provisional");

      const holds = await world().pools.renew(shop.account, { visit: ann, now: at("10:00:03"), until: at("10:05:03") });

      expect(holds).toBe(true);
      expect(await stateOf(world(), shop, "10:00:10")).toBe("active");
      expect(await stateOf(world(), shop, "10:04")).toBe("grace");
      expect(await stateOf(world(), shop, "10:06")).toBe("resting");
    });

    test("a late heartbeat never shortens a lease", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      await lendTo(world(), shop, "ann", { now: at("10:00") });

      await world().pools.renew(shop.account, { visit: ann, now: at("10:00"), until: at("10:02") });

      expect(await stateOf(world(), shop, "10:04")).toBe("grace");
    });

    test("a heartbeat keeps a firm lease alive and makes no provisional one firm", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      await lendTo(world(), shop, "ann", { now: at("10:00"), isFirm: false });
      const heartbeat = { visit: ann, onlyIfFirm: true };
      await world().pools.renew(shop.account, { ...heartbeat, now: at("10:00:03"), until: at("10:05:03") });
      expect(await stateOf(world(), shop, "10:00:06")).toBe("resting");

      await world().pools.renew(shop.account, { visit: ann, now: at("10:00:07"), until: at("10:05:07") });
      await world().pools.renew(shop.account, { ...heartbeat, now: at("10:00:37"), until: at("10:05:37") });

      expect(await stateOf(world(), shop, "10:00:50")).toBe("active");
      expect(await stateOf(world(), shop, "10:05:30")).toBe("grace");
    });

    test("a visit that comes back after its lease gets it back, unless somebody else was lent the number", async () => {
      const shop = await seedShop(world(), { slices: ["any"], exclusive: true });
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const sign = { visit: ann, now: at("10:07"), until: at("10:12") };
      expect(await world().pools.renew(shop.account, sign)).toBe(true);
      expect(await stateOf(world(), shop, "10:07")).toBe("active");

      await lendTo(world(), shop, "bob", { now: at("10:20") });

      expect(await world().pools.renew(shop.account, { ...sign, now: at("10:21"), until: at("10:26") })).toBe(false);
      expect(await holderOf(world(), shop)).toBe(anId("bob"));
    });

    test("a visit nobody knows holds nothing", async () => {
      const shop = await seedShop(world());
      const sign = { visit: anId<VisitId>("nobody"), now: at("10:00"), until: at("10:05") };

      expect(await world().pools.renew(shop.account, sign)).toBe(false);
    });

    test("a visitor who comes back gets the former number if nobody holds it", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any", "any"] });
      const before = await lendTo(world(), shop, "ann", { now: at("09:00") });
      const visitor = "visitor ann";

      const back = await lendTo(world(), shop, "ann later", { now: at("10:00"), visitor, isReturning: true });
      const other = await lendTo(world(), shop, "ann at once", { now: at("10:01"), visitor, isReturning: true });

      expect(back).toMatchObject({ how: "kept", number: before.number });
      expect(other.how).toBe("free");
    });

    test("a former number outside the visit's slice is not lent: its channel would be wrong", async () => {
      const shop = await seedShop(world(), { slices: ["paid_search", "direct"] });
      const before = await lendTo(world(), shop, "ann", { now: at("09:00"), channel: "paid_search" });
      const visitor = "visitor ann";

      const later = { now: at("10:00"), channel: "direct", visitor, isReturning: true };
      const back = await lendTo(world(), shop, "ann later", later);

      expect(before.number).toEqual(shop.numbers[0]);
      expect(back).toMatchObject({ how: "free", number: shop.numbers[1] });
    });

    test("of the numbers a visitor was shown, the newest that nobody holds comes back", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any", "any"] });
      const visitor = "visitor ann";
      const first = await lendTo(world(), shop, "ann", { now: at("08:00"), visitor });
      const second = await lendTo(world(), shop, "ann 2", { now: at("09:00"), visitor });

      const third = await lendTo(world(), shop, "ann 3", { now: at("10:00"), visitor, isReturning: true });
      const fourth = await lendTo(world(), shop, "ann 4", { now: at("10:01"), visitor, isReturning: true });

      expect([third.how, fourth.how]).toEqual(["kept", "kept"]);
      expect([third.number, fourth.number]).toEqual([second.number, first.number]);
    });

    test("the state of every number is told, source numbers too", async () => {
      const shop = await seedShop(world(), { slices: ["paid_search", "any"] });
      await lendTo(world(), shop, "ann", { now: at("10:00"), channel: "paid_search" });

      const states = await world().pools.states(shop.account, at("10:01"));

      const told = states.map(({ number, slice, pool, lease }) => [number, slice, pool, lease.visit]);
      expect(told).toContainEqual([shop.numbers[0]?.id, "paid_search", shop.pool.id, ann]);
      expect(told).toContainEqual([shop.numbers[1]?.id, "any", shop.pool.id, undefined]);
      expect(told).toContainEqual([shop.source.id, "paid_search", undefined, undefined]);
      expect(told).toHaveLength(3);
    });

    test("another account sees none of the numbers and can lend none of them", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world(), { slices: ["paid_search"] });
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const { pools } = world();

      const theirs = (await pools.states(other.account, at("10:01"))).map(({ number }) => number);
      expect(shop.numbers.some(({ id }) => theirs.includes(id))).toBe(false);
      expect(await pools.renew(other.account, { visit: ann, now: at("10:01"), until: at("11:00") })).toBe(false);
      expect((await pools.poolsOf(other.account)).map(({ id }) => id)).toEqual([other.pool.id]);
      const plan = planFor(shop, at("10:01"), { id: ann });
      await expect(pools.lend(other.account, aVisit({ site: other.site }), [plan])).rejects.toBeInstanceOf(Error);
      await expect(pools.lend(other.account, aVisit({ site: shop.site }), [])).rejects.toBeInstanceOf(Error);
      const source = await lendTo(world(), other, "bob", {
        now: at("10:01"),
        channel: "direct",
        sourceNumber: shop.source.id,
      });
      expect(source.how).toBe("own");
    });
  });
}

async function firstNumber({ pools }: World, shop: Shop, time: string) {
  const states = await pools.states(shop.account, at(time));
  const state = states.find(({ number }) => number === shop.numbers[0]?.id);
  if (state === undefined) throw new Error("The shop's first number has no state.");
  return state;
}

async function stateOf(world: World, shop: Shop, time: string) {
  return leaseState((await firstNumber(world, shop, time)).lease, shop.pool, at(time));
}

async function holderOf(world: World, shop: Shop) {
  return (await firstNumber(world, shop, "10:21")).lease.visit;
}
