import type { CreditModel } from "../share-credit.ts";
import { creditEachCall, type Earned } from "./credit-each-call.ts";
import type { Estimate } from "./estimate.ts";
import { payByRow } from "./pay-by-row.ts";
import type { AdCost, ReportCall, ReportDimension } from "./report-call.ts";
import { keyOf, type RowLabel } from "./report-label.ts";
import type { Ratio } from "./report-rows.ts";

/** An order as reports look at it: credited by the shares of its call, else by the visit whose cart it was. */
export type ReportOrder = ReportCall;

/** What a report of revenue is made of. All amounts are in one currency. */
export interface RevenueQuestion {
  readonly by: ReportDimension;
  readonly model: CreditModel;
  /** Orders that came of a call. */
  readonly phone: readonly ReportOrder[];
  /** All others. */
  readonly web: readonly ReportOrder[];
  readonly costs: readonly AdCost[];
}

/** Orders of one kind: how many, and what is left of them in millionths of the currency. */
export interface RevenuePart {
  readonly orders: Estimate;
  readonly micros: Estimate;
}

/** One row of a report of revenue. */
export interface RevenueRow extends RowLabel {
  readonly phone: RevenuePart;
  readonly web: RevenuePart;
  /** Undefined when no cost was told of it. */
  readonly costMicros: number | undefined;
  /** Phone and web together for each unit of cost; undefined without cost. */
  readonly roas: Ratio | undefined;
}

const nothing: Estimate = { mean: 0, low: 0, high: 0 };

/**
 * Sets what the phone and the web have sold side by side, row by row. Each order adds exactly one to the sum of all
 * rows, and what is left of it to the sum of their revenue.
 */
export function reportRevenue({ by, model, phone, web, costs }: RevenueQuestion): readonly RevenueRow[] {
  const byPhone = creditEachCall(phone, by, model);
  const byWeb = creditEachCall(web, by, model);
  const paid = payByRow(costs, by);
  const labels = new Map<string, RowLabel>();
  for (const { label } of [...byPhone.values(), ...byWeb.values(), ...paid.values()]) {
    if (!labels.has(keyOf(label))) labels.set(keyOf(label), label);
  }
  const rows = [...labels].map(([key, label]): RevenueRow => {
    const [phonePart, webPart] = [partOf(byPhone.get(key)), partOf(byWeb.get(key))];
    const cost = paid.get(key)?.paid.micros;
    const per = (bound: keyof Estimate) => (phonePart.micros[bound] + webPart.micros[bound]) / (cost ?? 1);
    const roas =
      cost === undefined || cost <= 0 ? undefined : { mean: per("mean"), low: per("low"), high: per("high") };
    return { ...label, phone: phonePart, web: webPart, costMicros: cost, roas };
  });
  return rows.toSorted((a, b) => revenueOf(b) - revenueOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function partOf(earned: Earned | undefined): RevenuePart {
  return earned === undefined
    ? { orders: nothing, micros: nothing }
    : { orders: earned.calls.estimate(), micros: earned.value.estimate() };
}

function revenueOf({ phone, web }: RevenueRow): number {
  return phone.micros.mean + web.micros.mean;
}
