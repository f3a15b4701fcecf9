import fc from "fast-check";
import { expect, test } from "vitest";
import { anId, aPool, at, aVisitToServe } from "../../testing/index.ts";
import { after, between, instant } from "../time.ts";
import { planLease } from "./index.ts";

const slices: [why: string, pool: readonly string[], channel: string, plan: readonly string[]][] = [
  [
    "a channel with a slice uses it before the common one",
    ["any", "direct", "paid_search"],
    "direct",
    ["direct", "any"],
  ],
  ["a channel without a slice uses the common one", ["any", "paid_search"], "direct", ["any"]],
  ["a paid click has what is kept for paid clicks", ["any", "paid"], "paid_social", ["paid", "any"]],
  ["its own slice comes first", ["any", "paid", "paid_search"], "paid_search", ["paid_search", "paid", "any"]],
  ["what is kept for paid clicks is for nobody else", ["any", "paid"], "organic_search", ["any"]],
  ["a pool kept for one channel gives others nothing", ["paid_search"], "direct", []],
  ["a pool without a common slice serves its channels", ["paid_search"], "paid_search", ["paid_search"]],
  ["a pool without a number gives nothing", [], "direct", []],
];

test.each(slices)("%s", (_why, pool, channel, plan) => {
  expect(planLease(aPool({ slices: pool }), aVisitToServe({ channel }), at("10:00")).slices).toEqual(plan);
});

test("an exclusive pool may not share, every other one may when numbers are scarce", () => {
  expect(planLease(aPool({ exclusive: true }), aVisitToServe(), at("10:00")).mayShare).toBe(false);
  expect(planLease(aPool(), aVisitToServe(), at("10:00")).mayShare).toBe(true);
});

test("without proof of life a lease is short, with it as long as the grace", () => {
  const lent = (isFirm: boolean) => planLease(aPool(), aVisitToServe({ isFirm }), at("10:00"));

  expect(lent(false)).toMatchObject({ firm: false, until: at("10:00:05") });
  expect(lent(true)).toMatchObject({ firm: true, until: at("10:05") });
});

test("what the visit brings is handed on: its id, whether it was here before, its source's number", () => {
  const visit = aVisitToServe({ id: anId("bob"), isReturning: true, sourceNumber: anId("source") });

  expect(planLease(aPool({ id: anId("a pool") }), visit, at("10:00"))).toMatchObject({
    pool: anId("a pool"),
    visit: anId("bob"),
    isReturning: true,
    sourceNumber: anId("source"),
    now: at("10:00"),
  });
});

test("a lease always ends after it began, and free means rested as long as the pool says", () => {
  const lengths = fc.record({ provisionalMs: fc.nat(1e7), graceMs: fc.nat(1e7), restMs: fc.nat(1e9) });
  fc.assert(
    fc.property(lengths, fc.boolean(), fc.nat(1e12).map(instant), (of, isFirm, now) => {
      const plan = planLease(aPool(of), aVisitToServe({ isFirm }), now);
      expect(plan.until).toBeGreaterThanOrEqual(now);
      expect(between(plan.freeSince, now)).toBe(of.restMs);
      expect(after(plan.freeSince, of.restMs)).toBe(now);
    }),
  );
});
