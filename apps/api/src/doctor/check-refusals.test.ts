import { day, instant } from "@ringtrail/core";
import { expect, test } from "vitest";
import { checkRefusals } from "./check-refusals.ts";

const now = instant(1_772_526_600_000);

test.each([
  ["an older server says nothing of it", undefined, []],
  ["none was refused", { count: 0 }, ["ok"]],
  ["one was, an hour ago", { count: 1, lastAt: now - day / 24 }, ["problem"]],
  ["some were, long ago", { count: 7, lastAt: now - 2 * day }, ["note"]],
] as const)("%s", (_why, refusals, states) => {
  expect(checkRefusals({ refusals }, now).map(({ state }) => state)).toEqual(states);
});

test("a refusal of today says how many, when, and what to compare", () => {
  const [found] = checkRefusals({ refusals: { count: 3, lastAt: now - 60_000 } }, now);
  expect(found?.says).toContain("3 webhooks were refused");
  expect(found?.fix).toContain("PUBLIC_URL");
});
