import fc from "fast-check";
import { expect, test } from "vitest";
import { publishCounts, type CountedCalls } from "./index.ts";

const names = fc.constantFrom("a", "b", "c", "d");
const rows = fc.array(fc.record({ path: fc.tuple(names, names, names), calls: fc.integer({ min: 1, max: 12 }) }), {
  maxLength: 25,
});
const least = fc.integer({ min: 5, max: 15 });
const sum = (all: readonly CountedCalls[]) => all.reduce((total, { calls }) => total + calls, 0);
const under = (all: readonly CountedCalls[], prefix: readonly string[]) =>
  all.filter(({ path }) => prefix.every((name, nth) => path[nth] === name));

test("no cell is smaller than the threshold, and the cells add up to the calls unless all of them wait", () => {
  fc.assert(
    fc.property(rows, least, (counted, threshold) => {
      const cells = publishCounts(counted, threshold);

      expect(cells.every(({ calls }) => calls >= threshold)).toBe(true);
      expect(sum(cells)).toBe(sum(counted) < threshold ? 0 : sum(counted));
    }),
  );
});

test("a name that is shown has all its calls, whatever is hidden below it", () => {
  fc.assert(
    fc.property(rows, least, (counted, threshold) => {
      const cells = publishCounts(counted, threshold);
      for (const { path } of cells) {
        for (let depth = 1; depth <= path.length; depth += 1) {
          const name = path.slice(0, depth);
          expect(sum(under(cells, name))).toBe(sum(under(counted, name)));
        }
      }
    }),
  );
});

test("what is hidden cannot be worked out by subtraction: it is never fewer calls than the threshold", () => {
  const counted = [
    { path: ["paid_search", "brand"], calls: 30 },
    { path: ["paid_search", "implants"], calls: 2 },
    { path: ["paid_search", "root canal"], calls: 6 },
    { path: ["organic_search", ""], calls: 9 },
  ];

  expect(publishCounts(counted, 5)).toEqual([
    { path: ["paid_search", "brand"], calls: 30 },
    { path: ["paid_search"], calls: 8 },
    { path: ["organic_search", ""], calls: 9 },
  ]);
});

test("the order in which calls came changes nothing", () => {
  fc.assert(
    fc.property(rows, least, fc.infiniteStream(fc.nat()), (counted, threshold, draws) => {
      const shuffled = counted
        .map((row) => ({ row, place: draws.next().value ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ row }) => row);

      expect(publishCounts(shuffled, threshold)).toEqual(publishCounts(counted, threshold));
    }),
  );
});
