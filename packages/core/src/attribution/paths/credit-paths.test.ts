import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditPaths, pathModels, pathTransforms, type PathModel, type PathRules, type PathTotals } from "../index.ts";
import { removalEffects } from "./removal-effects.ts";

const rules: PathRules = { isDirect: (name) => name === "d", isPaid: (name) => name === "a", transform: "unique" };
const aPath = (path: string, conversions: number, nulls = 0, value = conversions * 10): PathTotals => {
  const [first = "", ...more] = path.split("");
  return { path: [first, ...more], conversions, nulls, value };
};
const anyPath = fc
  .record({
    path: fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 1, maxLength: 7 }),
    conversions: fc.oneof(fc.nat(20), fc.double({ min: 0, max: 5, noNaN: true })),
    nulls: fc.nat(200),
    value: fc.nat(1000),
  })
  .map(({ path, conversions, nulls, value }) => aPath(path, conversions, nulls, conversions > 0 ? value : 0));
const anyPaths = fc.array(anyPath, { minLength: 1, maxLength: 25 });
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
const conversionsOf = (paths: readonly PathTotals[], model: PathModel, over: Partial<PathRules> = {}) =>
  new Map([...creditPaths(paths, model, { ...rules, ...over })].map(([name, total]) => [name, total.conversions]));

describe.each(pathModels)("%s", (model) => {
  test("what it credits adds up to the calls and their value, and nothing is negative", () => {
    fc.assert(
      fc.property(anyPaths, fc.constantFrom(...pathTransforms), (paths, transform) => {
        const totals = [...creditPaths(paths, model, { ...rules, transform }).values()];
        const calls = sum(paths.map(({ conversions }) => conversions));
        expect(sum(totals.map(({ conversions }) => conversions))).toBeCloseTo(calls, 8);
        expect(sum(totals.map(({ value }) => value))).toBeCloseTo(sum(paths.map(({ value }) => value)), 6);
        expect(Math.min(...totals.map(({ conversions }) => conversions))).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test("the order of the file changes nothing", () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const [one, other] = [conversionsOf(paths, model), conversionsOf(paths.toReversed(), model)];
        for (const [channel, conversions] of one) expect(other.get(channel)).toBeCloseTo(conversions, 8);
      }),
    );
  });
});

describe("markov", () => {
  /** The share of all paths that still end in a call when one channel leads nowhere, by walking on until nobody is left. */
  function walk(paths: readonly PathTotals[], removed: string | undefined): number {
    const steps = new Map<string, Map<string, number>>();
    const count = (from: string, to: string, weight: number) => {
      const row = steps.get(from) ?? new Map<string, number>();
      steps.set(from, row.set(to, (row.get(to) ?? 0) + weight));
    };
    for (const { path, conversions, nulls } of paths) {
      const whole = ["start", ...path];
      for (const [nth, to] of path.entries()) count(whole[nth] ?? "", to, conversions + nulls);
      count(whole.at(-1) ?? "", "call", conversions);
      count(whole.at(-1) ?? "", "null", nulls);
    }
    let people = new Map([["start", 1]]);
    let called = 0;
    for (let step = 0; step < 4_000 && people.size > 0; step += 1) {
      const next = new Map<string, number>();
      for (const [at, share] of people) {
        const row = steps.get(at) ?? new Map<string, number>();
        for (const [to, weight] of row) {
          const part = (share * weight) / sum(row.values());
          if (to === "call") called += part;
          else if (to !== "null" && to !== removed && part > 1e-18) next.set(to, (next.get(to) ?? 0) + part);
        }
      }
      people = next;
    }
    return called;
  }

  test("the effect of a removal is what walking the chain step by step gives", () => {
    const walkable = anyPaths.filter((paths) => sum(paths.map(({ conversions }) => conversions)) > 0.5);
    fc.assert(
      fc.property(walkable, (paths) => {
        const all = walk(paths, undefined);
        for (const [channel, effect] of removalEffects(paths)) {
          expect(effect).toBeCloseTo(1 - walk(paths, channel) / all, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("two channels nobody calls without share evenly; one that never leads to a call gets nothing", () => {
    const totals = conversionsOf([aPath("ab", 6, 4), aPath("c", 0, 50)], "markov");

    expect(Object.fromEntries(totals)).toEqual({ a: 3, b: 3, c: 0 });
  });
});

test("shapley is the mean gain of a channel over all orders in which channels join", () => {
  const orders = (names: readonly string[]): readonly (readonly string[])[] =>
    names.length < 2
      ? [names]
      : names.flatMap((name) => orders(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));
  fc.assert(
    fc.property(anyPaths, (paths) => {
      const earns = (set: readonly string[]) =>
        sum(paths.map(({ path, conversions }) => (path.every((name) => set.includes(name)) ? conversions : 0)));
      const all = orders([...new Set(paths.flatMap(({ path }) => path))]);
      for (const [channel, conversions] of conversionsOf(paths, "shapley")) {
        const gains = all.map((order) => {
          const before = order.slice(0, order.indexOf(channel));
          return earns([...before, channel]) - earns(before);
        });
        expect(conversions).toBeCloseTo(sum(gains) / all.length, 8);
      }
    }),
    { numRuns: 40 },
  );
});

test("the fractional model counts a touch by the calls it adds over the same path without it", () => {
  // 30 % call after a, b; 10 % after b alone, none after a alone: a adds 0.2, b adds 0.3.
  const paths = [aPath("ab", 30, 70), aPath("b", 10, 90), aPath("a", 0, 100)];
  const totals = conversionsOf(paths, "fractional");

  expect(totals.get("a")).toBeCloseTo(30 * 0.4, 10);
  expect(totals.get("b")).toBeCloseTo(30 * 0.6 + 10, 10);
});
