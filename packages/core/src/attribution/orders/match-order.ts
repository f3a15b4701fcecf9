import type { CallId } from "../../ids.ts";
import { between, day, type Instant, type Milliseconds } from "../../time.ts";
import type { Probability } from "../call-match.ts";
import type { OrderMatch, ShopOrder } from "./shop-order.ts";

/** How a site's owner wants orders matched to calls. */
export interface OrderRules {
  /** A call counts for an order that was placed at most this long after it rang. */
  readonly windowMs: Milliseconds;
  /** Whether an order that staff took may be matched by who called: it needs the customer's number. */
  readonly matchesCallers: boolean;
}

/** Ad platforms count a week after a call, and customers' numbers are nobody's business unless the owner says so. */
export const usualOrderRules: OrderRules = { windowMs: 7 * day, matchesCallers: false };

/** A call that names the order's visit among those that may have made it. */
export interface CallOfVisit {
  readonly call: CallId;
  readonly rangAt: Instant;
  /** How likely it was this visit that called. */
  readonly probability: Probability;
}

/** What is known of the calls around an order. */
export interface OrderEvidence {
  readonly byVisit: readonly CallOfVisit[];
  /** Calls from the number the customer gave. */
  readonly byCaller: readonly Omit<CallOfVisit, "probability">[];
}

/** Below this it is likelier that the visit did not call, and its order is one of the web. */
const leastProbability = 0.5;

/**
 * Finds the one call an order is credited through: the latest before it that its visit made more likely than not, else,
 * for what staff took and where the owner wants it, the latest from the customer's number. A rule that found a call once
 * is not undone by a later telling that knows less.
 */
export function matchOrder(
  order: Pick<ShopOrder, "placedAt" | "placedBy">,
  evidence: OrderEvidence,
  rules: OrderRules,
  known?: OrderMatch,
): OrderMatch | undefined {
  const isInTime = ({ rangAt }: { readonly rangAt: Instant }) => {
    const ago = between(rangAt, order.placedAt);
    return ago >= 0 && ago <= rules.windowMs;
  };
  const made = latest(evidence.byVisit.filter((one) => one.probability >= leastProbability && isInTime(one)));
  if (made !== undefined) return { rule: "visit", call: made.call };
  if (known?.rule === "visit") return known;
  const mayMatchCaller = rules.matchesCallers && order.placedBy === "staff";
  const rang = mayMatchCaller ? latest(evidence.byCaller.filter(isInTime)) : undefined;
  return rang === undefined ? known : { rule: "caller", call: rang.call };
}

/** Of two that rang at once the one with the smaller id, so that the answer is always the same. */
function latest<Call extends { readonly call: CallId; readonly rangAt: Instant }>(
  calls: readonly Call[],
): Call | undefined {
  return calls.toSorted((a, b) => b.rangAt - a.rangAt || (a.call < b.call ? -1 : 1))[0];
}
