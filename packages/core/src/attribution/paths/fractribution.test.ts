import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { creditPaths, type PathTotals } from "../index.ts";
import { fractionalShares } from "./fractional-shares.ts";
import { pathTransforms } from "./transform-path.ts";

// Test data of google/fractribution. No part of the project: it lies beside it on the machine it is built on.
const corpus = new URL("../../../../../../shared/corpora/fractribution/", import.meta.url);
const isThere = existsSync(corpus);
if (!isThere) console.info("skipped: fractribution's test data is not beside this checkout (shared/corpora)");

const lines = (text: string) => text.trim().split("\n").slice(1);
const read = (file: string) => readFileSync(new URL(file, corpus));
const split = (path: string): PathTotals["path"] => {
  const [first = "", ...more] = path.split(" > ");
  return [first, ...more];
};
const readPaths = (): readonly PathTotals[] =>
  lines(read("fr_example_path_summary.csv").toString()).map((line) => {
    const [path = "", conversions, nulls] = line.split(",");
    return { path: split(path), conversions: Number(conversions), value: 0, nulls: Number(nulls) };
  });

describe.skipIf(!isThere)("beside fractribution's own expectations", () => {
  test.each(pathTransforms)("%s: every customer's shares agree to 1e-6", (transform) => {
    const shares = fractionalShares(readPaths(), transform);
    const pathOf = new Map(
      lines(gunzipSync(read("fr_customers.csv.gz")).toString()).map((line) => {
        const [path = "", customer = ""] = line.split(",");
        return [customer, split(path)];
      }),
    );
    const channels = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"];
    const expected = lines(read(`fr_expected_${transform}_fit.csv`).toString());

    expect(expected).toHaveLength(1983);
    let [worst, cells] = [0, 0];
    for (const line of expected) {
      const [, , , customer = "", , ...row] = line.split(",");
      const given = shares(pathOf.get(customer) ?? []);
      for (const [nth, channel] of channels.entries()) {
        worst = Math.max(worst, Math.abs((given.get(channel) ?? 0) - Number(row[nth])));
        cells += 1;
      }
    }
    expect(cells).toBe(1983 * 11);
    expect(worst).toBeLessThan(1e-6);
  });

  test("the totals are those of the reference", () => {
    const totals = creditPaths(readPaths(), "fractional", {
      isDirect: () => false,
      isPaid: () => false,
      transform: "unique",
    });

    // Column sums of the reference's own answer for its transform "unique".
    const expected = { A: 644.7827, B: 684.7968, C: 344.9565, D: 251.7931, E: 2, F: 4.8467, G: 16.9816, H: 24.8426 };
    for (const [channel, sum] of Object.entries(expected)) {
      expect(totals.get(channel)?.conversions).toBeCloseTo(sum, 4);
    }
  });

  test("first, last and linear agree with counting by hand, and every model credits all 1,983", () => {
    const paths = readPaths();
    const rules = { isDirect: () => false, isPaid: () => false, transform: "unique" } as const;
    const by = (share: (path: readonly string[], nth: number) => number) => {
      const sums = new Map<string, number>();
      for (const { path, conversions } of paths)
        for (const [nth, name] of path.entries())
          sums.set(name, (sums.get(name) ?? 0) + conversions * share(path, nth));
      return sums;
    };
    const byHand = {
      first: by((_, nth) => (nth === 0 ? 1 : 0)),
      last: by((path, nth) => (nth === path.length - 1 ? 1 : 0)),
      linear: by((path) => 1 / path.length),
    };
    for (const model of ["first", "last", "linear", "markov", "shapley"] as const) {
      const totals = creditPaths(paths, model, rules);
      expect([...totals.values()].reduce((sum, { conversions }) => sum + conversions, 0)).toBeCloseTo(1983, 6);
      if (!(model in byHand)) continue;
      for (const [name, sum] of byHand[model as keyof typeof byHand])
        expect(totals.get(name)?.conversions).toBeCloseTo(sum, 6);
    }
  });
});
