import { expect, test } from "vitest";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of other call trackers must do. */
export function otherTrackerContract(makeWorld: MakeWorld): void {
  inWorld("other trackers", makeWorld, (world) => {
    test("a tracker that pages carry is known from when to when, last seen first, by its own account alone", async () => {
      const [owner, other] = [await seedShop(world()), await seedShop(world())];
      const { otherTrackers } = world();
      const { account, site } = owner;
      await otherTrackers.sawTracker(account, site, "callrail.com", at("08:00"));
      await otherTrackers.sawTracker(account, site, "tctm.co", at("09:00"));

      await otherTrackers.sawTracker(account, site, "callrail.com", at("08:59"));
      expect(await otherTrackers.trackersSince(account, at("00:00"))).toEqual([
        { site, name: "tctm.co", firstSeenAt: at("09:00"), lastSeenAt: at("09:00") },
        { site, name: "callrail.com", firstSeenAt: at("08:00"), lastSeenAt: at("08:00") },
      ]);
      await otherTrackers.sawTracker(account, site, "callrail.com", at("10:00"));
      expect(await otherTrackers.trackersSince(account, at("09:30"))).toEqual([
        { site, name: "callrail.com", firstSeenAt: at("08:00"), lastSeenAt: at("10:00") },
      ]);
      expect(await otherTrackers.trackersSince(other.account, at("00:00"))).toEqual([]);
      await expect(otherTrackers.sawTracker(other.account, site, "tctm.co", at("10:00"))).rejects.toBeInstanceOf(Error);
    });
  });
}
