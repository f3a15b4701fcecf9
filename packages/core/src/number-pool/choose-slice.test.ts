import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSlice, slicesFor } from "./index.ts";

/** The slices of a pool that gets so many numbers one after the other. */
function fill(count: number, measured: ReadonlyMap<string, number> = new Map()): readonly string[] {
  const owned: string[] = [];
  for (let nth = 0; nth < count; nth += 1) owned.push(chooseSlice(owned, measured));
  return owned;
}

test("a new pool serves everybody first, keeps a number for paid clicks, then gives each usual source its own", () => {
  expect(fill(6)).toEqual(["any", "paid", "organic_search", "direct", "maps", "referral"]);
});

test("further numbers go where most visits share one", () => {
  expect(fill(10).slice(6)).toEqual(["paid", "organic_search", "paid", "organic_search"]);
});

test("what was measured decides, and a channel with hardly a visit gets none", () => {
  const measured = new Map([
    ["email", 500],
    ["direct", 480],
    ["maps", 5],
  ]);

  expect(fill(4, measured)).toEqual(["any", "email", "direct", "email"]);
});

test("a few visits are no measure", () => {
  expect(fill(3, new Map([["email", 12]]))).toEqual(fill(3));
});

test("a paid channel with a slice of its own needs none of those kept for paid clicks", () => {
  expect(chooseSlice(["any", "paid_search"], new Map([["paid_search", 200]]))).toBe("paid_search");
});

test("every pool serves everybody, and no number goes to a slice that no visit uses", () => {
  const channels = fc.constantFrom("paid_search", "paid_social", "organic_search", "direct", "email");
  const measured = fc.array(fc.tuple(channels, fc.integer({ min: 100, max: 5_000 })), { minLength: 1 });
  fc.assert(
    fc.property(measured, fc.integer({ min: 1, max: 30 }), (rows, count) => {
      const visits = new Map(rows);
      const used = new Set([...visits.keys()].flatMap(slicesFor));
      const owned = fill(count, visits);
      expect(owned[0]).toBe("any");
      expect(owned.filter((slice) => !used.has(slice))).toEqual([]);
    }),
  );
});
