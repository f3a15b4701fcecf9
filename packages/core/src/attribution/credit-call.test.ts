import fc from "fast-check";
import { expect, test } from "vitest";
import { aTouch } from "../../testing/index.ts";
import { day } from "../time.ts";
import { creditCall, creditModels, type CreditModel, type TouchBefore } from "./index.ts";

const touchBefore = (channel: "paid_search" | "direct", days: number): TouchBefore => ({
  touch: aTouch({ channel }),
  agoMs: days * day,
});
const anyTouch = fc.record({
  touch: fc.constantFrom(aTouch(), aTouch({ channel: "direct" })),
  agoMs: fc.oneof(fc.nat(90 * day), fc.constantFrom(0, 1e15, -5)),
});
const anyPath = fc.tuple(anyTouch, fc.array(anyTouch, { maxLength: 30 })).map(([one, more]) => [one, ...more] as const);

test.each(creditModels)("%s: shares add up to one, none is negative, one per touch", (model) => {
  fc.assert(
    fc.property(anyPath, ([one, ...more]) => {
      const shares = creditCall([one, ...more], model).map(({ share }) => share);
      expect(shares).toHaveLength(more.length + 1);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each(creditModels)("%s: the only touch gets all of the call", (model) => {
  expect(creditCall([touchBefore("direct", 1)], model).map(({ share }) => share)).toEqual([1]);
});

const path = [
  touchBefore("paid_search", 14),
  touchBefore("paid_search", 7),
  touchBefore("paid_search", 7),
  touchBefore("direct", 0),
] as const;
const table: [model: CreditModel, shares: readonly number[]][] = [
  ["first", [1, 0, 0, 0]],
  ["last", [0, 0, 0, 1]],
  ["last_non_direct", [0, 0, 1, 0]],
  ["last_paid", [0, 0, 1, 0]],
  ["linear", [0.25, 0.25, 0.25, 0.25]],
  ["position", [0.4, 0.1, 0.1, 0.4]],
  ["w_shaped", [0.3, 0.3, 0.1, 0.3]],
  ["time_decay", [0.25 / 2.25, 0.5 / 2.25, 0.5 / 2.25, 1 / 2.25]],
];

test.each(table)("%s: a path of four touches", (model, shares) => {
  const given = creditCall(path, model).map(({ share }) => share);

  for (const [nth, share] of shares.entries()) expect(given[nth]).toBeCloseTo(share, 12);
});

test("two touches share by position half and half", () => {
  const credits = creditCall([touchBefore("direct", 2), touchBefore("paid_search", 1)], "position");

  expect(credits.map(({ share }) => share)).toEqual([0.5, 0.5]);
});

test("a path of direct visits alone credits the last of them", () => {
  const credits = creditCall([touchBefore("direct", 2), touchBefore("direct", 1)], "last_non_direct");

  expect(credits.map(({ share }) => share)).toEqual([0, 1]);
});

test("without a paid touch the last that is not direct gets what a paid one would", () => {
  const unpaid = { touch: aTouch({ channel: "referral" }), agoMs: 3 * day };
  const shares = creditCall([unpaid, touchBefore("direct", 1)], "last_paid").map(({ share }) => share);

  expect(shares).toEqual([1, 0]);
});

test.each([
  [1, [1]],
  [2, [0.5, 0.5]],
  [3, [1 / 3, 1 / 3, 1 / 3]],
  [5, [0.3, 0.05, 0.3, 0.05, 0.3]],
])("a W over %d touches", (length, shares) => {
  const [one, ...more] = Array.from({ length }, (_, nth) => touchBefore("paid_search", 9 - nth));
  const given = one === undefined ? [] : creditCall([one, ...more], "w_shaped").map(({ share }) => share);

  for (const [nth, share] of shares.entries()) expect(given[nth]).toBeCloseTo(share, 12);
});
