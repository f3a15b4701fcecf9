import fc from "fast-check";
import { expect, test } from "vitest";
import { aPool, aRuleSet, at, aVisitToServe } from "../../testing/index.ts";
import { areasNear, planLease } from "./index.ts";

const places: Readonly<Record<string, readonly string[]>> = {
  "415": ["US-CA"],
  "510": ["US-CA"],
  "212": ["US-NY"],
  "902": ["CA-NS", "CA-PE"],
  "800": [],
};
const rules = aRuleSet({
  areaCodes: new Map(Object.entries(places).map(([code, of]) => [code, { places: of, placeless: undefined }])),
});

const table: [why: string, areas: readonly string[], region: string | undefined, near: readonly string[]][] = [
  ["a state's area codes, of those the pool has", ["+1212", "+1415", "+1510"], "US-CA", ["+1415", "+1510"]],
  ["a pool of one area code has nothing to prefer", ["+1415"], "US-CA", []],
  ["nor has one whose areas all lie there", ["+1415", "+1510"], "US-CA", []],
  ["a visitor from elsewhere is given any", ["+1212", "+1415"], "US-TX", []],
  ["so is one whose place nobody knows", ["+1212", "+1415"], undefined, []],
  ["a code of two provinces is near to neither", ["+1902", "+1415"], "CA-NS", []],
  ["a number the called party pays for is near to nobody", ["+1800", "+1415"], "US-NY", []],
];

test.each(table)("%s", (_why, areas, region, near) => {
  expect(areasNear(rules, areas, region)).toEqual(near);
});

test("without the law's area codes nothing is near", () => {
  expect(areasNear(undefined, ["+1212", "+1415"], "US-CA")).toEqual([]);
});

test("what is near is some of the pool's areas, never all, and nothing else of a plan hangs on it", () => {
  const areas = fc.uniqueArray(fc.constantFrom(...Object.keys(places).map((code) => `+1${code}`)));
  fc.assert(
    fc.property(areas, fc.constantFrom("US-CA", "US-NY", "CA-NS", undefined), (owned, region) => {
      const near = areasNear(rules, owned, region);
      expect(owned).toEqual(expect.arrayContaining([...near]));
      expect(near.length === 0 || near.length < owned.length).toBe(true);
      const pool = aPool({ areas: owned });
      const { near: planned, ...rest } = planLease(pool, aVisitToServe({ near }), at("10:00"));
      expect(planned).toEqual(near);
      expect({ ...rest, near: [] }).toEqual(planLease(pool, aVisitToServe(), at("10:00")));
    }),
  );
});
