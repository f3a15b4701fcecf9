import fc from "fast-check";
import { expect, test } from "vitest";
import { after, between, day, hour, instant, minute, second } from "@ringtrail/core";
import { planRest, planRetry } from "./plan-retry.ts";

const start = instant(1_800_000_000_000);

/** When a delivery is tried that always fails at once. */
function tried(draw: () => number): readonly number[] {
  const at: number[] = [];
  for (let now: typeof start | undefined = start; now !== undefined;) {
    at.push(between(start, now));
    now = planRetry({ createdAt: start, tries: at.length }, now, draw());
  }
  return at;
}

test("a delivery that always fails is tried over a day, the last time at its end", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (draws) => {
      const at = tried(() => draws.next().value ?? 0.5);
      const gaps = at.slice(1).map((one, nth) => one - (at[nth] ?? 0));

      expect(at.at(-1)).toBe(day);
      expect(at.length).toBeGreaterThan(13);
      expect(at.length).toBeLessThan(24);
      expect(gaps[0]).toBeGreaterThanOrEqual(4 * second);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(1.2 * 4 * hour);
    }),
  );
});

test("what failed together does not come back together", () => {
  const all = [0, 0.3, 0.6, 0.9].map((draw) => planRetry({ createdAt: start, tries: 6 }, start, draw));

  expect(new Set(all).size).toBe(4);
});

test("a destination that is back is asked within five minutes, however long it was away", () => {
  for (const failures of [1, 2, 10, 1_000]) {
    expect(planRest(failures, start, 0.999)).toBeLessThanOrEqual(after(start, 5 * minute));
  }
  expect(planRest(1, start, 0)).toBe(after(start, 4 * second));
});
