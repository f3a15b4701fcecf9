import { expect, test } from "vitest";
import { after, hour, minute, type VisitId } from "../src/index.ts";
import type { LeasePlan } from "../src/number-pool/index.ts";
import { anId } from "./an-id.ts";
import { aNumber } from "./build-call.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { aSite, planFor, seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of numbers must do when it lends: who gets which number, in which order. */
export function lendOrderContract(makeWorld: MakeWorld): void {
  inWorld("pool store: where a number comes from", makeWorld, (world) => {
    test("a reload keeps the number already on screen", async () => {
      const shop = await seedShop(world());
      const first = await lendTo(world(), shop, "ann", { now: at("10:00") });

      const again = await lendTo(world(), shop, "ann", { now: at("10:01") });

      expect(first.how).toBe("free");
      expect(again).toMatchObject({ how: "kept", number: first.number, until: at("10:06") });
    });

    test("a reload never shortens a lease", async () => {
      const shop = await seedShop(world());
      await lendTo(world(), shop, "ann", { now: at("10:00") });

      const again = await lendTo(world(), shop, "ann", { now: at("10:01"), isFirm: false });

      expect(again.until).toBe(at("10:05"));
    });

    test("a number nobody ever held goes first, then the one that rested longest", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any", "any"] });
      const early = await lendTo(world(), shop, "ann", { now: at("08:00") });
      const late = await lendTo(world(), shop, "bob", { now: at("09:00") });

      const fresh = await lendTo(world(), shop, "cid", { now: at("10:00") });
      const third = await lendTo(world(), shop, "dot", { now: at("10:00") });
      const fourth = await lendTo(world(), shop, "eve", { now: at("10:00") });

      expect(fresh.how).toBe("free");
      expect([early.number?.id, late.number?.id]).not.toContain(fresh.number?.id);
      expect(third).toMatchObject({ how: "resting", number: early.number });
      expect(fourth).toMatchObject({ how: "resting", number: late.number });
    });

    test("a number that rested its time is free", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const rested = after(at("10:05"), 24 * hour);

      const lent = await lendTo(world(), shop, "bob", { now: rested });

      expect(lent.how).toBe("free");
    });

    test("a resting number is lent before two live visits share", async () => {
      const shop = await seedShop(world());
      const ann = await lendTo(world(), shop, "ann", { now: at("09:00") });
      await lendTo(world(), shop, "bob", { now: at("10:00") });

      expect(await lendTo(world(), shop, "cid", { now: at("10:01") })).toMatchObject({
        how: "resting",
        number: ann.number,
      });
    });

    test("when all numbers are held, visits share, and the sharing is spread over the numbers", async () => {
      const shop = await seedShop(world());
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      await lendTo(world(), shop, "bob", { now: at("10:00:01") });

      const cid = await lendTo(world(), shop, "cid", { now: at("10:00:02") });
      const dot = await lendTo(world(), shop, "dot", { now: at("10:00:03") });

      expect([cid.how, dot.how]).toEqual(["shared", "shared"]);
      expect(new Set([cid.number?.id, dot.number?.id])).toEqual(new Set(shop.numbers.map(({ id }) => id)));
      const states = await world().pools.states(shop.account, at("10:01"));
      expect(states.filter(({ pool }) => pool === shop.pool.id).map(({ sharers }) => sharers)).toEqual([1, 1]);
    });

    test("a visit that shares a number is shown the same one again", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any", "any"] });
      for (const name of ["ann", "bob", "cid"]) await lendTo(world(), shop, name, { now: at("10:00") });
      const dot = await lendTo(world(), shop, "dot", { now: at("10:00:30") });
      await lendTo(world(), shop, "eve", { now: at("10:00:40") });

      const again = await lendTo(world(), shop, "dot", { now: at("10:01") });

      expect(again).toMatchObject({ how: "shared", number: dot.number });
    });

    test("an exclusive pool never shares: its source's number comes next, then the page's own", async () => {
      const shop = await seedShop(world(), { slices: ["any"], exclusive: true });
      await lendTo(world(), shop, "ann", { now: at("10:00") });

      const bob = await lendTo(world(), shop, "bob", { now: at("10:01"), sourceNumber: shop.source.id });
      const cid = await lendTo(world(), shop, "cid", { now: at("10:01") });

      expect(bob).toEqual({ how: "source", number: shop.source, until: undefined });
      expect(cid).toEqual({ how: "own", number: undefined, until: undefined });
    });

    test("thirty visits at once never hold one number of an exclusive pool twice", async () => {
      const shop = await seedShop(world(), { slices: Array.from({ length: 8 }, () => "any"), exclusive: true });
      const names = Array.from({ length: 30 }, (_, nth) => `racer ${nth}`);

      const lent = await Promise.all(names.map((name) => lendTo(world(), shop, name, { now: at("10:00") })));

      const held = lent.flatMap(({ number }) => (number === undefined ? [] : [number.id]));
      expect(held.length).toBe(8);
      expect(new Set(held).size).toBe(8);
      expect(lent.filter(({ how }) => how === "own")).toHaveLength(22);
    });

    test("a scarce pool shares only when no free or resting number is left, also in a race", async () => {
      const shop = await seedShop(world(), { slices: Array.from({ length: 6 }, () => "any") });
      const names = Array.from({ length: 10 }, (_, nth) => `racer ${nth}`);

      const lent = await Promise.all(names.map((name) => lendTo(world(), shop, name, { now: at("10:00") })));

      expect(lent.filter(({ how }) => how === "free")).toHaveLength(6);
      expect(lent.filter(({ how }) => how === "shared")).toHaveLength(4);
      expect(new Set(lent.map(({ number }) => number?.id)).size).toBe(6);
    });

    test("each channel has its own slice; `any` serves it when the slice is held, and others only `any`", async () => {
      const shop = await seedShop(world(), { slices: ["paid_search", "any", "direct"] });
      const [paid, any] = shop.numbers;

      const first = await lendTo(world(), shop, "ann", { now: at("10:00"), channel: "paid_search" });
      const second = await lendTo(world(), shop, "bob", { now: at("10:00"), channel: "paid_search" });
      const third = await lendTo(world(), shop, "cid", { now: at("10:01"), channel: "paid_search" });
      const mail = await lendTo(world(), shop, "dot", { now: at("10:02"), channel: "email" });

      expect([first.number?.id, second.number?.id]).toEqual([paid?.id, any?.id]);
      expect(third).toMatchObject({ how: "shared", number: paid });
      expect(mail).toMatchObject({ how: "shared", number: any });
    });

    test("a plan whose slices own no number gives the page's own number", async () => {
      const shop = await seedShop(world(), { slices: ["paid_search"] });

      expect((await lendTo(world(), shop, "ann", { now: at("10:00"), channel: "direct" })).how).toBe("own");
    });

    test("a free number of the visitor's area goes first; the slice and a number's rest count more", async () => {
      const areas = ["212", "415", "212", "415"];
      const shop = await seedShop(world(), { slices: ["paid_search", "any", "any", "any"], areas });
      const near = ["+1415"];
      const [paid, , , home] = shop.numbers;
      await lendTo(world(), shop, "first", { now: at("08:00"), channel: "direct", near });

      const ann = await lendTo(world(), shop, "ann", { now: at("10:00"), near });
      const bob = await lendTo(world(), shop, "bob", { now: at("10:00"), channel: "direct", near });
      const cid = await lendTo(world(), shop, "cid", { now: at("10:00"), channel: "direct", near });
      const dot = await lendTo(world(), shop, "dot", { now: at("10:00"), channel: "direct", near });

      expect(ann.number).toEqual(paid);
      expect(
        [bob, cid, dot].map(({ number, how }) => [shop.numbers.findIndex(({ id }) => id === number?.id), how]),
      ).toEqual([
        [3, "free"],
        [2, "free"],
        [1, "resting"],
      ]);
      expect(bob.number).toEqual(home);
    });

    test("of several sites of one account each lends its own numbers, also when only the other has some left", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const { account, connection } = shop;
      const { accounts, pools } = world();
      const site = await accounts.saveSite(account, aSite(`${shop.siteKey}-b`));
      const e164 = aNumber(`${shop.source.e164.slice(0, -3)}997`);
      const target = await accounts.saveTarget(account, site, { e164, label: "B" });
      const { provisionalMs, graceMs, restMs } = shop.pool;
      const lengths = { provisionalMs, graceMs, restMs };
      const pool = await accounts.savePool(account, { ...lengths, site, target, name: "B", exclusive: false });
      const own = aNumber(`${shop.source.e164.slice(0, -3)}996`);
      await accounts.saveNumber(account, { e164: own, connection, site, target, role: "pool", pool, slice: "any" });
      const visitB = (name: string, over: Partial<LeasePlan> = {}) => {
        const id = anId<VisitId>(name);
        return pools.lend(account, aVisit({ id, visitor: anId(name), site }), [
          { ...planFor(shop, at("10:00"), { id }), pool, ...over },
        ]);
      };

      const [first] = await visitB("ann");
      const [second] = await visitB("bob", { mayShare: false });
      const third = await lendTo(world(), shop, "cid", { now: at("10:00") });

      expect(first).toMatchObject({ how: "free", number: { e164: own } });
      expect(second?.how).toBe("own");
      expect(third).toMatchObject({ how: "free", number: shop.numbers[0] });
    });

    test("one visit gets a number for every plan, in the order asked", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any"] });
      const { account, site, target } = shop;
      const { accounts, pools } = world();
      const lengths = { provisionalMs: 5_000, graceMs: 5 * minute, restMs: 24 * hour };
      const empty = await accounts.savePool(account, { site, target, name: "Empty", exclusive: false, ...lengths });
      const plan = planFor(shop, at("10:00"), { id: anId("ann") });

      const lent = await pools.lend(account, aVisit({ site }), [{ ...plan, pool: empty, slices: [] }, plan]);

      expect(lent.map(({ how }) => how)).toEqual(["own", "free"]);
    });
  });
}
