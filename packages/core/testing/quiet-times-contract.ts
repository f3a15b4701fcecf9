import { expect, test } from "vitest";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store must keep of when people want to hear nothing. */
export function quietTimesContract(makeWorld: MakeWorld): void {
  inWorld("quiet times of people", makeWorld, (world) => {
    test("a person's are kept once, however their address is written, and are nobody else's", async () => {
      const [{ account }, other] = [await seedShop(world()), await seedShop(world())];
      const { destinations } = world();
      const night = { from: "20:00", to: "07:00", timeZone: "Europe/Berlin" };

      await destinations.saveQuietTimes(account, "Ann@Shop.example", { ...night, to: "06:00" });
      await destinations.saveQuietTimes(account, "ann@shop.example", night);

      expect(await destinations.quietTimes(account, "ANN@shop.example")).toEqual(night);
      expect(await destinations.quietTimes(account, "bob@shop.example")).toBeUndefined();
      expect(await destinations.quietTimes(other.account, "ann@shop.example")).toBeUndefined();
      await destinations.saveQuietTimes(account, "ann@SHOP.example", undefined);
      expect(await destinations.quietTimes(account, "ann@shop.example")).toBeUndefined();
    });
  });
}
