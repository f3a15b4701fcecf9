import { expect, test } from "vitest";
import type { CallId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store must tell of the rhythm in which visits come and numbers ring. */
export function hoursContract(makeWorld: MakeWorld): void {
  inWorld("visits and calls by the hour", makeWorld, (world) => {
    test("visits that gave a sign of life are counted by the clock hour they began in", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { account, site } = shop;
      const stays = async (name: string, from: string, to: string) => {
        await lendTo(world(), shop, name, { now: at(from) });
        await world().pools.renew(account, { visit: anId(name), now: at(to), until: at("23:00") });
      };
      await stays("too early", "08:10", "08:20");
      await stays("ann", "09:10", "10:14");
      await stays("bob", "09:59", "10:05");
      await stays("cid", "11:00", "11:01");
      await lendTo(world(), shop, "gone at once", { now: at("10:30"), isFirm: false });

      expect(await world().visits.hours(account, at("09:00"))).toEqual([
        { of: site, hour: at("09:00"), count: 2 },
        { of: site, hour: at("11:00"), count: 1 },
      ]);
      expect(await world().visits.hours(other.account, at("00:00"))).toEqual([]);
    });

    test("calls are counted by number and the clock hour they rang in", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { account, connection, site, source } = shop;
      for (const time of ["08:59", "09:00", "09:59", "12:30"]) {
        const id = anId<CallId>(`${time} ${shop.siteKey}`);
        const call = { id, carrierRef: id, connection, site, number: source.id, rangAt: at(time) };
        await world().calls.ring(account, aCall(call));
      }

      expect(await world().calls.hours(account, at("09:00"))).toEqual([
        { of: source.id, hour: at("09:00"), count: 2 },
        { of: source.id, hour: at("12:00"), count: 1 },
      ]);
      expect(await world().calls.hours(other.account, at("00:00"))).toEqual([]);
    });
  });
}
