import { instant, type Instant } from "@ringtrail/core";
import type { SiteSettings } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { cacheSites } from "./site-cache.ts";

/** A directory whose site changes its name with every read, and a clock to set. */
function someSites() {
  let at = 0;
  let reads = 0;
  const directory = {
    siteByKey: async (): Promise<SiteSettings> => ({ name: `read ${(reads += 1)}` }) as SiteSettings,
  };
  const find = cacheSites(directory, (): Instant => instant(at));
  return {
    at: async (ms: number) => {
      at = ms;
      return (await find("shop"))?.name;
    },
    reads: () => reads,
  };
}

test("a site is read once for all who ask within some seconds", async () => {
  const sites = someSites();

  expect([await sites.at(0), await sites.at(1), await sites.at(2_900)]).toEqual(["read 1", "read 1", "read 1"]);
  expect(sites.reads()).toBe(1);
});

test("a site that is asked for all the time is read anew before it is too old, and nobody waits for that", async () => {
  const sites = someSites();
  await sites.at(0);

  expect([await sites.at(3_100), await sites.at(3_200), await sites.at(6_000)]).toEqual(["read 1", "read 2", "read 2"]);
  expect(sites.reads()).toBe(2);
});

test("nobody is told of a site as it was more than five seconds ago", async () => {
  const sites = someSites();
  await sites.at(0);

  expect(await sites.at(5_001)).toBe("read 2");
});
