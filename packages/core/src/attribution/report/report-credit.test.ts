import fc from "fast-check";
import { expect, test } from "vitest";
import { aTouch } from "../../../testing/index.ts";
import { day } from "../../time.ts";
import { pathModels } from "../paths/credit-paths.ts";
import type { Touch } from "../touch.ts";
import { reportDimensions, type AdCost, type ReportCall, type ReportTouch } from "./report-call.ts";
import { reportCredit, type ReportQuestion } from "./report-credit.ts";
import type { UncalledPath } from "./gather-paths.ts";

const google = aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "Spring" });
const newsletter = aTouch({ channel: "email", source: "mailing", medium: "email", campaign: undefined });
const direct = aTouch({ channel: "direct", source: "(direct)", medium: "(none)", campaign: undefined });
const seen = (touch: Touch, daysAgo = 0): ReportTouch => ({ touch, landingPath: "/", agoMs: daysAgo * day });

const aCallOf = (over: Partial<ReportCall> = {}): ReportCall => ({
  day: "2026-11-02",
  number: "+14155550100",
  valueMicros: 0,
  paths: [{ probability: 1, touches: [seen(google)] }],
  returning: 0,
  nobody: 0,
  ...over,
});
const aCost = (over: Partial<AdCost> = {}): AdCost => ({
  day: "2026-11-02",
  source: "google",
  medium: "cpc",
  campaign: "spring",
  keyword: undefined,
  landingPath: undefined,
  line: "",
  currency: "USD",
  micros: 30_000_000,
  clicks: 20,
  impressions: 1000,
  ...over,
});

function report(over: Partial<ReportQuestion>) {
  const made = reportCredit({ by: "channel", model: "last", calls: [], costs: [], uncalled: [], ...over });
  if (!made.ok) throw new Error(made.reason.code);
  return made.value;
}

const touches = fc
  .array(
    fc.record({
      touch: fc.constantFrom(google, newsletter, direct),
      landingPath: fc.constantFrom("/", "/a", undefined),
      agoMs: fc.nat(40 * day),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all as [ReportTouch, ...ReportTouch[]]);
const calls = fc.array(
  fc
    .record({
      paths: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), touches }), { maxLength: 4 }),
      returning: fc.nat(5),
      nobody: fc.integer({ min: 1, max: 5 }),
      valueMicros: fc.nat(1e9),
      number: fc.constantFrom("+14155550100", "+14155550101"),
      day: fc.constantFrom("2026-11-02", "2026-11-03"),
    })
    .map(({ paths, returning, nobody, ...rest }): ReportCall => {
      const total = paths.reduce((sum, { weight }) => sum + weight, 0) + returning + nobody;
      return {
        ...rest,
        paths: paths.map((path) => ({ probability: path.weight / total, touches: path.touches })),
        returning: returning / total,
        nobody: nobody / total,
      };
    }),
  { maxLength: 12 },
);
const costs = fc.array(
  fc
    .record({
      source: fc.constantFrom("google", "facebook", "(not told)"),
      micros: fc.nat(1e9),
      campaign: fc.option(fc.constantFrom("Spring", "spring ", "June"), { nil: undefined }),
    })
    .map((over) => aCost(over)),
  { maxLength: 6 },
);
const uncalled = fc.array(
  fc.record({ touches, expected: fc.nat(20) }).map((path): UncalledPath => path),
  { maxLength: 5 },
);

test("whatever the model and the dimension, rows add up to the calls, their value and the costs, and bounds hold the mean", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pathModels),
      fc.constantFrom(...reportDimensions),
      calls,
      costs,
      uncalled,
      (model, by, told, paid, others) => {
        const { rows, total } = report({ model, by, calls: told, costs: paid, uncalled: others });
        const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
        expect(sum(({ calls: { mean } }) => mean)).toBeCloseTo(told.length, 9);
        expect(sum(({ valueMicros: { mean } }) => mean)).toBeCloseTo(total.valueMicros, 3);
        expect(sum(({ costMicros = 0 }) => costMicros)).toBe(total.costMicros);
        for (const { calls: credited } of rows) {
          expect(credited.low).toBeLessThanOrEqual(credited.mean);
          expect(credited.high).toBeGreaterThanOrEqual(credited.mean);
          expect(credited.low).toBeGreaterThanOrEqual(0);
          expect(credited.high).toBeLessThanOrEqual(told.length + 1e-9);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("where it is certain who called, there are no bounds to speak of", () => {
  const [row] = report({ calls: [aCallOf(), aCallOf()], costs: [aCost()] }).rows;

  expect(row).toMatchObject({ name: "paid_search", calls: { mean: 2, low: 2, high: 2 }, costMicros: 30_000_000 });
  expect(row?.costPerCallMicros).toEqual({ mean: 15_000_000, low: 15_000_000, high: 15_000_000 });
});

test("a hundred calls that were one of two each: sixty expected, between 50.4 and 69.6", () => {
  const doubtful = aCallOf({
    valueMicros: 2_000_000,
    paths: [
      { probability: 0.6, touches: [seen(google)] },
      { probability: 0.4, touches: [seen(newsletter)] },
    ],
  });
  const { rows } = report({ calls: Array.from({ length: 100 }, () => doubtful), costs: [aCost()] });

  // The variance of one call is 0.6 × 0.4; of a hundred 24; 1.96 times its root is 9.602.
  expect(rows[0]?.calls.mean).toBeCloseTo(60, 9);
  expect(rows[0]?.calls.low).toBeCloseTo(60 - 9.6018, 3);
  expect(rows[0]?.calls.high).toBeCloseTo(60 + 9.6018, 3);
  expect(rows[0]?.costPerCallMicros?.high).toBeCloseTo(30_000_000 / (60 - 9.6018), 0);
  expect(rows[0]?.roas?.mean).toBeCloseTo(120_000_000 / 30_000_000, 9);
});

// Paths of one step each: then every model must say the same, and so must its bounds, drawn or worked out.
test.each(pathModels)("under %s the bounds of a hundred doubtful calls are those of the binomial", (model) => {
  const doubtful = aCallOf({
    valueMicros: 1_000_000,
    paths: [
      { probability: 0.6, touches: [seen(google)] },
      { probability: 0.4, touches: [seen(newsletter)] },
    ],
  });
  const asked = { model, calls: Array.from({ length: 100 }, () => doubtful) };
  const [row] = report(asked).rows;

  expect(row?.calls.mean).toBeCloseTo(60, 9);
  for (const bound of [row?.calls.low, row?.calls.high]) {
    const reach = Math.abs((bound ?? 0) - 60);
    expect(reach).toBeGreaterThan(8.1);
    expect(reach).toBeLessThan(11.1);
  }
  expect(row?.valueMicros.high).toBeCloseTo((row?.calls.high ?? 0) * 1_000_000, 0);
  expect(report(asked)).toEqual(report(asked));
});

test("who called is certain: no model has bounds, however long the paths", () => {
  const calls = [
    aCallOf({ paths: [{ probability: 1, touches: [seen(newsletter, 3), seen(google)] }] }),
    aCallOf({ paths: [{ probability: 1, touches: [seen(direct)] }] }),
  ];
  const others: UncalledPath[] = [{ touches: [seen(newsletter)], expected: 7 }];
  for (const model of pathModels) {
    for (const { calls: credited } of report({ model, calls, uncalled: others }).rows)
      expect([credited.low, credited.high]).toEqual([credited.mean, credited.mean]);
  }
});

test("a campaign is one, however ad platform and landing page write its name, and costs without one are told apart", () => {
  const paid = [aCost({ campaign: " SPRING" }), aCost({ campaign: undefined, micros: 5 })];
  const { rows } = report({ by: "campaign", calls: [aCallOf()], costs: paid });

  expect(rows.map(({ kind, name, costMicros }) => [kind, name, costMicros])).toEqual([
    ["named", "Spring", 30_000_000],
    ["unnamed", undefined, 5],
  ]);
});

test("callers without a visit keep rows of their own and take nothing from the others", () => {
  const call = aCallOf({ paths: [], returning: 0.75, nobody: 0.25 });
  const { rows } = report({ model: "markov", calls: [call, aCallOf()] });

  expect(rows.map(({ kind, calls: { mean } }) => [kind, mean])).toEqual([
    ["named", 1],
    ["returning", 0.75],
    ["nobody", 0.25],
  ]);
});

test("a path model is refused where it would have to solve for too many rows", () => {
  const many = Array.from({ length: 101 }, (_, nth) =>
    aCallOf({ paths: [{ probability: 1, touches: [seen(aTouch({ campaign: `c${nth}` }))] }] }),
  );

  expect(reportCredit({ by: "campaign", model: "markov", calls: many, costs: [], uncalled: [] })).toEqual({
    ok: false,
    reason: { code: "report_too_wide", most: 100 },
  });
});
