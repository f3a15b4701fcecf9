import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { E164 } from "../src/index.ts";
import { usualLimits, type NumberOrder } from "../src/ports/index.ts";
import { aMatch, aNumber } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";
import { lendTo } from "./lend-to.ts";

function anOrder(shop: Shop, e164: E164, over: Partial<NumberOrder> = {}): NumberOrder {
  const { connection, site, target, pool } = shop;
  const place = { site, target, role: "pool", pool: pool.id, slice: "any" } as const;
  return {
    id: randomUUID(),
    connection,
    e164,
    place,
    rent: { cents: 115, currency: "USD" },
    askedAt: at("10:00"),
    ...over,
  };
}

/** What every store of rented numbers must do. */
export function numberStoreContract(makeWorld: MakeWorld): void {
  inWorld("number store", makeWorld, (world) => {
    test("numbers are told with their place, their rent and the carrier's id", async () => {
      const shop = await seedShop(world());
      const { numbers } = world();
      await numbers.noteRent(shop.account, shop.source.id, {
        carrierRef: "PN1",
        rent: { cents: 215, currency: "USD" },
      });

      const rented = await numbers.rented(shop.account);

      expect(rented).toHaveLength(3);
      expect(rented.find(({ number }) => number === shop.source.id)).toMatchObject({
        e164: shop.source.e164,
        place: { role: "source", site: shop.site, target: shop.target, touch: { source: "google" } },
        carrierRef: "PN1",
        rent: { cents: 215, currency: "USD" },
        restsUntil: undefined,
        releasedAt: undefined,
      });
      expect(rented.find(({ number }) => number === shop.numbers[0]?.id)?.place).toMatchObject({
        role: "pool",
        pool: shop.pool.id,
        slice: "any",
      });
    });

    test("what a number takes besides calls is kept, told with its site, and forgotten while it rests", async () => {
      const shop = await seedShop(world());
      const { numbers, directory } = world();
      const [number] = shop.numbers;
      if (number === undefined) throw new Error("The shop has no number.");
      expect((await directory.siteByKey(shop.siteKey))?.texting).toEqual([]);

      expect(await numbers.markTakes(shop.account, number.id, ["sms", "whatsapp"])).toBe(true);

      const marked = (await numbers.rented(shop.account)).filter(({ takes }) => takes.length > 0);
      expect(marked.map(({ number: id, takes }) => [id, takes])).toEqual([[number.id, ["sms", "whatsapp"]]]);
      const texting = [{ number: number.id, takes: ["sms", "whatsapp"] }];
      expect((await directory.siteByKey(shop.siteKey))?.texting).toEqual(texting);
      expect((await directory.sitesOf(shop.account))[0]?.texting).toEqual(texting);
      await numbers.rest(shop.account, number.id, at("11:00"));
      expect((await directory.siteByKey(shop.siteKey))?.texting).toEqual([]);
      expect(await numbers.markTakes(shop.account, number.id, [])).toBe(false);
      const other = await seedShop(world());
      expect(await numbers.markTakes(other.account, shop.source.id, ["sms"])).toBe(false);
    });

    test("an order is open until it is settled, and a second one for the number is the first", async () => {
      const shop = await seedShop(world());
      const { numbers } = world();
      const e164 = aNumber("+14155559001");
      const first = anOrder(shop, e164);

      expect(await numbers.openOrder(shop.account, first)).toEqual({ ok: true, value: first });
      expect(await numbers.openOrder(shop.account, anOrder(shop, e164))).toEqual({ ok: true, value: first });
      expect(await numbers.openOrders(shop.account)).toEqual([first]);

      await numbers.settleOrder(shop.account, first.id, "failed", at("10:01"));
      expect(await numbers.openOrders(shop.account)).toEqual([]);
      const again = anOrder(shop, e164);
      expect(await numbers.openOrder(shop.account, again)).toEqual({ ok: true, value: again });
    });

    test("orders that come together never pass the limit", async () => {
      const shop = await seedShop(world());
      const { numbers } = world();
      await numbers.saveLimits(shop.account, { ...usualLimits, mostNumbers: 5 });

      const outcomes = await Promise.all(
        Array.from({ length: 6 }, (_, nth) =>
          numbers.openOrder(shop.account, anOrder(shop, aNumber(`+1415555910${nth}`))),
        ),
      );

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: { code: "number_limit_reached", most: 5 } });
    });

    test("purchases never pass the rent an account allows itself, and a price nobody knows is not bought", async () => {
      const shop = await seedShop(world());
      const { numbers } = world();
      const mostRent = { cents: 300, currency: "USD" };
      await numbers.saveLimits(shop.account, { ...usualLimits, mostRent });
      const order = (nth: number, rent: { cents: number; currency: string } | undefined) =>
        numbers.openOrder(shop.account, { ...anOrder(shop, aNumber(`+1415555910${nth}`)), rent });
      const refused = { ok: false, reason: { code: "spend_limit_reached", most: mostRent } };

      const outcomes = await Promise.all([1, 2, 3, 4].map((nth) => order(nth, { cents: 115, currency: "USD" })));

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
      expect(outcomes.find(({ ok }) => !ok)).toEqual(refused);
      expect(await order(5, undefined)).toEqual(refused);
      expect(await order(6, { cents: 1, currency: "EUR" })).toEqual(refused);
      expect(await order(7, { cents: 70, currency: "USD" })).toMatchObject({ ok: true });
      expect(await numbers.limits(shop.account)).toMatchObject({ mostRent });
    });

    test("calls to numbers nobody is shown are counted, each account's own, most first", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { numbers, calls } = world();
      const { account, connection, site } = shop;
      const [strange, odd] = [aNumber("+14155559120"), aNumber("+14155559121")];
      for (const [e164, time] of [
        [strange, "09:00"],
        [strange, "10:00"],
        [odd, "10:30"],
      ] as const) {
        await numbers.noteStray(account, { connection, e164, at: at(time) });
      }
      const ring = async (carrierRef: string, time: string) => {
        const call = { connection, carrierRef, number: shop.source.id, site, rangAt: at(time), healed: false };
        return (await calls.ring(account, { ...call, id: randomUUID() as never })).id;
      };
      await ring("CA-plain", "10:00");
      await calls.saveMatch(account, await ring("CA-old", "10:10"), aMatch({ kind: "pollution" }), undefined);
      const spam = { score: 0.5, signs: [{ code: "ghost_call" }], advice: "challenge" } as const;
      const ghost = await ring("CA-ghost", "10:20");
      await calls.append(account, ghost, { kind: "scored", at: at("10:20"), key: "spam", spam });

      const found = await numbers.strays(account, at("08:00"));

      expect(found[0]).toEqual({ e164: strange, connection, why: "unknown", calls: 2, lastAt: at("10:00") });
      expect(found.slice(1)).toHaveLength(3);
      expect(found.slice(1)).toEqual(
        expect.arrayContaining([
          { e164: odd, connection, why: "unknown", calls: 1, lastAt: at("10:30") },
          { e164: shop.source.e164, connection, why: "unvisited", calls: 1, lastAt: at("10:10") },
          { e164: shop.source.e164, connection, why: "resting", calls: 1, lastAt: at("10:20") },
        ]),
      );
      expect(await numbers.strays(account, at("10:15"))).toHaveLength(2);
      expect(await numbers.strays(other.account, at("08:00"))).toEqual([]);
    });

    test("a resting number is shown to nobody, and its calls still reach the business", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const { numbers, directory, pools } = world();
      const [number] = shop.numbers;
      if (number === undefined) throw new Error("The shop has no number.");

      expect(await numbers.rest(shop.account, number.id, at("11:00"))).toBe(true);
      expect(await numbers.rest(shop.account, shop.source.id, at("11:00"))).toBe(true);

      expect(await numbers.rest(shop.account, number.id, at("12:00"))).toBe(false);
      expect((await lendTo(world(), shop, "ann", { now: at("10:00") })).how).not.toMatch(/free|resting|kept|shared/);
      const site = await directory.siteByKey(shop.siteKey);
      expect(site?.sources).toEqual([]);
      expect(site?.pools[0]?.slices).toEqual([]);
      expect(await pools.states(shop.account, at("10:00"))).toEqual([]);
      expect(await directory.routeByNumber(shop.connection, number.e164)).toMatchObject({ isResting: true });
    });

    test("a number given back leads nowhere, and can be taken up again", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const { numbers, directory, accounts } = world();
      const [number] = shop.numbers;
      if (number === undefined) throw new Error("The shop has no number.");
      expect(await numbers.release(shop.account, number.id, at("10:00"))).toBe(false);
      await numbers.rest(shop.account, number.id, at("10:00"));

      expect(await numbers.release(shop.account, number.id, at("11:00"))).toBe(true);

      expect(await numbers.release(shop.account, number.id, at("11:00"))).toBe(false);
      expect(await directory.routeByNumber(shop.connection, number.e164)).toBeUndefined();
      expect((await directory.allRoutes()).some(({ number: id }) => id === number.id)).toBe(false);
      const gone = (await numbers.rented(shop.account)).find((one) => one.number === number.id);
      expect(gone?.releasedAt).toBe(at("11:00"));
      const { connection, site, target, pool } = shop;
      await accounts.saveNumber(shop.account, {
        connection,
        site,
        target,
        e164: number.e164,
        role: "pool",
        pool: pool.id,
        slice: "any",
      });
      expect((await directory.routeByNumber(connection, number.e164))?.number).toBe(number.id);
    });

    test("limits are the usual ones until they are set, and each account's own", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { numbers } = world();
      const limits = { mostNumbers: 7, mostMinutes: 1_000, restDays: 10, countries: ["US", "CA"] };
      expect(await numbers.limits(shop.account)).toEqual(usualLimits);

      await numbers.saveLimits(shop.account, limits);

      expect(await numbers.limits(shop.account)).toEqual(limits);
      await numbers.saveLimits(shop.account, { ...limits, mostMinutes: undefined, countries: undefined });
      expect(await numbers.limits(shop.account)).toEqual({ ...limits, mostMinutes: undefined, countries: undefined });
      expect(await numbers.limits(other.account)).toEqual(usualLimits);
      expect(await numbers.openOrders(other.account)).toEqual([]);
    });

    test("the length of calls adds up from a moment on", async () => {
      const shop = await seedShop(world());
      const { calls, numbers } = world();
      for (const [ref, time] of [
        ["CA1", "09:00"],
        ["CA2", "10:00"],
        ["CA3", "10:30"],
      ] as const) {
        const rangAt = at(time);
        const call = { connection: shop.connection, carrierRef: ref, number: shop.source.id, site: shop.site, rangAt };
        const { id } = await calls.ring(shop.account, { ...call, id: randomUUID() as never, healed: false });
        await calls.append(shop.account, id, {
          kind: "ended",
          at: rangAt,
          key: "e",
          end: "answered",
          lengthMs: 60_000,
        });
      }

      expect(await numbers.calledMs(shop.account, at("10:00"))).toBe(120_000);
    });
  });
}
