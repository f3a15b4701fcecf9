import { expect, test } from "vitest";
import { minute } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of numbers must tell of those who come for them. */
export function arrivalsContract(makeWorld: MakeWorld): void {
  inWorld("pool store: who comes when", makeWorld, (world) => {
    test("visits are counted by pool, hour and channel, each once, with how long they stayed together", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any"] });
      const { account } = shop;
      const stays = async (name: string, from: string, to: string) => {
        await lendTo(world(), shop, name, { now: at(from) });
        await world().pools.renew(account, { visit: anId(name), now: at(to), until: at("23:00") });
      };
      await stays("too early", "08:10", "08:20");
      await stays("ann", "09:10", "09:14");
      await stays("bob", "09:50", "10:05");
      await stays("cid", "10:00", "10:01");
      await lendTo(world(), shop, "cid", { now: at("10:02") });
      await lendTo(world(), shop, "gone at once", { now: at("10:30"), isFirm: false });

      const arrivals = await world().pools.arrivals(account, at("09:00"));

      const row = { pool: shop.pool.id, channel: "paid_search" };
      expect(arrivals).toEqual([
        { ...row, hour: at("09:00"), visits: 2, stayMs: 19 * minute },
        { ...row, hour: at("10:00"), visits: 1, stayMs: 2 * minute },
      ]);
      const other = await seedShop(world());
      expect(await world().pools.arrivals(other.account, at("00:00"))).toEqual([]);
    });
  });
}
