import { expect, test } from "vitest";
import { anId } from "./an-id.ts";
import { aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { planFor, seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store tells of a site's pages. */
export function sightingsContract(makeWorld: MakeWorld): void {
  inWorld("sightings", makeWorld, (world) => {
    test("what was seen of a site's pages is told: when, how many, the last swap, and ads that told no keyword", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const ad = (id: string, keyword: string | undefined, path: string) =>
        aVisit({
          id: anId(id),
          site: shop.site,
          touch: aTouch({ channel: "paid_search", source: "google", keyword }),
          page: { path, title: path, at: at("10:00") },
        });
      for (const visit of [ad("ad one", "plumber", "/"), ad("ad two", undefined, "/drains")]) {
        await world().pools.lend(shop.account, visit, [planFor(shop, at("10:00"), { id: visit.id })]);
      }

      expect(await world().visits.sightings(shop.account, shop.site, at("09:00"))).toEqual({
        lastSeenAt: at("10:00"),
        pages: 2,
        lastSwapAt: at("10:00"),
        adClicks: [{ source: "google", clicks: 2, keywords: 1 }],
      });
      const page = (path: string) => world().visits.pageSightings(shop.account, shop.site, path, at("09:00"));
      expect(await page("/drains")).toEqual({ visits: 1, lastSeenAt: at("10:00"), lastSwapAt: at("10:00") });
      const unseen = { visits: 0, lastSeenAt: undefined, lastSwapAt: undefined };
      expect(await page("/elsewhere")).toEqual(unseen);
      expect(await world().visits.pageSightings(other.account, shop.site, "/", at("09:00"))).toEqual(unseen);
      expect(await world().visits.pageSightings(shop.account, shop.site, "/", at("11:00"))).toEqual(unseen);
      const nothing = { lastSeenAt: undefined, pages: 0, lastSwapAt: undefined, adClicks: [] };
      expect(await world().visits.sightings(shop.account, shop.site, at("11:00"))).toEqual(nothing);
      expect(await world().visits.sightings(other.account, shop.site, at("09:00"))).toEqual(nothing);
    });
  });
}
