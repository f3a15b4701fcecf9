import fc from "fast-check";
import { expect, test } from "vitest";
import { anId, at } from "../../../testing/index.ts";
import { after, day, hour, minute, type CallId } from "../../index.ts";
import { matchOrder, usualOrderRules, type CallOfVisit, type OrderEvidence, type OrderRules } from "./match-order.ts";
import { netMicros } from "./shop-order.ts";

const placedAt = at("10:00");
const call = (name: string, agoMs: number, probability = 1): CallOfVisit => ({
  call: anId<CallId>(name),
  rangAt: after(placedAt, -agoMs),
  probability,
});
const withCallers: OrderRules = { ...usualOrderRules, matchesCallers: true };
const nothing: OrderEvidence = { byVisit: [], byCaller: [] };

const table: [why: string, Partial<OrderEvidence>, OrderRules, "customer" | "staff", string | undefined][] = [
  ["nothing is known", {}, withCallers, "staff", undefined],
  ["the visit called an hour before", { byVisit: [call("a", hour)] }, usualOrderRules, "customer", "visit a"],
  [
    "the latest call counts",
    { byVisit: [call("a", 2 * hour), call("b", hour)] },
    usualOrderRules,
    "customer",
    "visit b",
  ],
  ["a call after the order brought nothing", { byVisit: [call("a", -minute)] }, usualOrderRules, "customer", undefined],
  [
    "a call before the window is too old",
    { byVisit: [call("a", 7 * day + 1)] },
    usualOrderRules,
    "customer",
    undefined,
  ],
  ["the window's last instant counts", { byVisit: [call("a", 7 * day)] }, usualOrderRules, "customer", "visit a"],
  ["the visit rather did not call", { byVisit: [call("a", hour, 0.49)] }, usualOrderRules, "customer", undefined],
  ["even odds are enough", { byVisit: [call("a", hour, 0.5)] }, usualOrderRules, "customer", "visit a"],
  [
    "who called matters only by the owner's choice",
    { byCaller: [call("a", hour)] },
    usualOrderRules,
    "staff",
    undefined,
  ],
  ["staff took the order of who called", { byCaller: [call("a", hour)] }, withCallers, "staff", "caller a"],
  [
    "a customer who clicks is known by the visit alone",
    { byCaller: [call("a", hour)] },
    withCallers,
    "customer",
    undefined,
  ],
  [
    "a visit says more than a number",
    { byVisit: [call("a", 2 * hour)], byCaller: [call("b", hour)] },
    withCallers,
    "staff",
    "visit a",
  ],
];

test.each(table)("%s", (_why, evidence, rules, placedBy, expected) => {
  const match = matchOrder({ placedAt, placedBy }, { ...nothing, ...evidence }, rules);

  expect(match).toEqual(
    expected === undefined ? undefined : { rule: expected.split(" ")[0], call: anId(expected.split(" ")[1] ?? "") },
  );
});

test("what was found once stays when a later telling knows less, and gives way only to a visit", () => {
  const byCaller = { rule: "caller", call: anId<CallId>("a") } as const;
  const byVisit = { rule: "visit", call: anId<CallId>("b") } as const;
  const order = { placedAt, placedBy: "staff" } as const;

  expect(matchOrder(order, nothing, usualOrderRules, byCaller)).toEqual(byCaller);
  expect(matchOrder(order, { ...nothing, byCaller: [call("c", hour)] }, withCallers, byVisit)).toEqual(byVisit);
  expect(matchOrder(order, { ...nothing, byVisit: [call("b", hour)] }, withCallers, byCaller)).toEqual(byVisit);
});

test("refunds reduce an order and never turn it into a debt; a cancelled one is worth nothing", () => {
  fc.assert(
    fc.property(fc.nat(1e12), fc.nat(1e12), fc.nat(1e12), (micros, first, second) => {
      const open = { micros, isCancelled: false };
      expect(netMicros(open, first)).toBe(first > micros ? 0 : micros - first);
      expect(netMicros(open, first + second)).toBeLessThanOrEqual(netMicros(open, first));
      expect(netMicros({ micros, isCancelled: true }, first)).toBe(0);
    }),
  );
});
