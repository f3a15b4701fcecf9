import { aPool, aRingingCall, anAnsweredCall, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test.each([
  ["the list of calls", "/calls", ".rt-calls"],
  ["one call", `/calls/${callId(2)}`, "article h1"],
  ["the numbers", "/numbers", ".rt-number"],
] as const)("nobody is kept out of %s, light or dark", async (_why, place, wait) => {
  desk.server().world.calls.push(aRingingCall(1, new Date()), anAnsweredCall(2, new Date()));
  desk.server().world.pools.push(aPool(new Date()));
  const page = await desk.openSignedIn(place);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(wait).first().waitFor();
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
});
