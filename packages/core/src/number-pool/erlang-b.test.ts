import fc from "fast-check";
import { expect, test } from "vitest";
import { minute } from "../time.ts";
import { erlangB, offeredLoad } from "./index.ts";

/** Numbers, and the load in erlangs at which published tables give a loss of 1 %. */
const onePercent: [numbers: number, load: number][] = [
  [1, 0.0101],
  [5, 1.36],
  [10, 4.46],
  [20, 12.03],
  [50, 37.9],
  [100, 84.06],
];

test.each(onePercent)("%i numbers lose 1 % of visits at %f erlangs", (numbers, load) => {
  expect(erlangB(numbers, load)).toBeCloseTo(0.01, 3);
});

test("the recurrence agrees with the formula as it is written in books", () => {
  const term = (load: number, n: number): number => (n === 0 ? 1 : (term(load, n - 1) * load) / n);
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0.01, max: 60, noNaN: true }), (numbers, load) => {
      const terms = Array.from({ length: numbers + 1 }, (_, n) => term(load, n));
      const expected = term(load, numbers) / terms.reduce((sum, one) => sum + one, 0);
      expect(erlangB(numbers, load)).toBeCloseTo(expected, 10);
    }),
  );
});

test("more numbers never lose more, more visits never less, and the loss is a share", () => {
  const load = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.nat(5_000), load, fc.double({ min: 1, max: 2, noNaN: true }), (numbers, a, more) => {
      const loss = erlangB(numbers, a);
      expect(loss).toBeGreaterThanOrEqual(0);
      expect(loss).toBeLessThanOrEqual(1);
      expect(erlangB(numbers + 1, a)).toBeLessThanOrEqual(loss);
      expect(erlangB(numbers, a * more)).toBeGreaterThanOrEqual(loss - 1e-15);
    }),
  );
});

test("no numbers lose every visit, and a site without visits loses none", () => {
  expect(erlangB(0, 5)).toBe(1);
  expect(erlangB(3, 0)).toBe(0);
  expect(erlangB(3, Infinity)).toBe(1);
});

test("sixty visits an hour that hold a number for nine minutes are nine erlangs", () => {
  expect(offeredLoad(60, 9 * minute)).toBeCloseTo(9, 12);
});
