import fc from "fast-check";
import { expect, test } from "vitest";
import { aTouch } from "../../../testing/index.ts";
import type { Touch } from "../touch.ts";
import { reportDimensions, type AdCost, type ReportTouch } from "./report-call.ts";
import { reportRevenue, type ReportOrder } from "./report-revenue.ts";

const meta = aTouch({ channel: "paid_social", source: "facebook", medium: "paid_social", campaign: "Kettles" });
const email = aTouch({ channel: "email", source: "mailing", medium: "email", campaign: undefined });
const seen = (touch: Touch): ReportTouch => ({ touch, landingPath: "/", agoMs: 0 });
const anOrder = (over: Partial<ReportOrder> = {}): ReportOrder => ({
  day: "2026-11-02",
  number: "",
  valueMicros: 100_000_000,
  paths: [{ probability: 1, touches: [seen(meta)] }],
  returning: 0,
  nobody: 0,
  ...over,
});
const bill: AdCost = {
  day: "2026-11-02",
  source: "facebook",
  medium: "paid_social",
  campaign: "kettles",
  keyword: undefined,
  landingPath: undefined,
  line: "",
  currency: "USD",
  micros: 50_000_000,
  clicks: 10,
  impressions: 100,
};

test("phone and web stand side by side, and both are the return on what was paid", () => {
  const half = anOrder({
    paths: [
      { probability: 0.75, touches: [seen(meta)] },
      { probability: 0.25, touches: [seen(email)] },
    ],
  });

  const rows = reportRevenue({ by: "channel", model: "last", phone: [half], web: [anOrder()], costs: [bill] });

  expect(
    rows.map(({ name, phone, web, costMicros, roas }) => [
      name,
      phone.micros.mean,
      web.micros.mean,
      costMicros,
      roas?.mean,
    ]),
  ).toEqual([
    ["paid_social", 75_000_000, 100_000_000, 50_000_000, 3.5],
    ["email", 25_000_000, 0, undefined, undefined],
  ]);
  expect(rows[0]?.phone.orders.mean).toBe(0.75);
});

test("whatever the dimension, rows add up to the orders and to what is left of them", () => {
  const orders = fc.array(
    fc
      .record({ valueMicros: fc.nat(1e9), known: fc.constantFrom(0, 0.3, 1), touch: fc.constantFrom(meta, email) })
      .map(({ valueMicros, known, touch }) =>
        anOrder({ valueMicros, paths: [{ probability: known, touches: [seen(touch)] }], nobody: 1 - known }),
      ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(orders, orders, fc.constantFrom(...reportDimensions), (phone, web, by) => {
      const rows = reportRevenue({ by, model: "linear", phone, web, costs: [bill] });
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
      const told = (all: readonly ReportOrder[]) => all.reduce((total, { valueMicros }) => total + valueMicros, 0);
      expect(sum((row) => row.phone.orders.mean)).toBeCloseTo(phone.length, 9);
      expect(sum((row) => row.web.orders.mean)).toBeCloseTo(web.length, 9);
      expect(sum((row) => row.phone.micros.mean)).toBeCloseTo(told(phone), 3);
      expect(sum((row) => row.web.micros.mean)).toBeCloseTo(told(web), 3);
      expect(sum((row) => row.costMicros ?? 0)).toBe(bill.micros);
    }),
  );
});
