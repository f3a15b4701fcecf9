import { expect, test } from "vitest";
import { percentile } from "./percentile.ts";

test.each([
  [[5], 0.99, 5],
  [[4, 1, 3, 2], 0.5, 2],
  [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
  [Array.from({ length: 100 }, (_, index) => index + 1), 1, 100],
])("of %j at %d it is %d", (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test("of nothing there is none", () => {
  expect(() => percentile([], 0.5)).toThrow("nothing");
});
