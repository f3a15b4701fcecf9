import type { AdCost, ReportDimension } from "./report-call.ts";
import { keyOf, labelOfCost, type RowLabel } from "./report-label.ts";
import type { Paid } from "./report-rows.ts";

/** Adds up costs by the row they belong to. */
export function payByRow(
  costs: readonly AdCost[],
  by: ReportDimension,
): ReadonlyMap<string, { readonly label: RowLabel; readonly paid: Paid }> {
  const rows = new Map<string, { label: RowLabel; paid: Paid }>();
  for (const cost of costs) {
    const label = labelOfCost(cost, by);
    const row = rows.get(keyOf(label)) ?? { label, paid: { micros: 0, clicks: 0, impressions: 0 } };
    rows.set(keyOf(label), row);
    row.paid.micros += cost.micros;
    row.paid.clicks += cost.clicks;
    row.paid.impressions += cost.impressions;
  }
  return rows;
}
