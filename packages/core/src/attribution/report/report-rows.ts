import type { Estimate } from "./estimate.ts";
import { keyOf, type RowLabel } from "./report-label.ts";

/** One row of a report. */
export interface ReportRow extends RowLabel {
  /** Calls credited to it. */
  readonly calls: Estimate;
  /** What those calls were worth, in millionths of the currency. */
  readonly valueMicros: Estimate;
  /** What was paid, in millionths of the currency; undefined when no cost was told of it. */
  readonly costMicros: number | undefined;
  readonly clicks: number;
  readonly impressions: number;
  /** Cost for each call; undefined without cost or calls. A bound is undefined where it lies beyond all measure. */
  readonly costPerCallMicros: Ratio | undefined;
  /** Value for each unit of cost; undefined without cost. */
  readonly roas: Ratio | undefined;
}

/** What is expected of a ratio, and its bounds where they are known. */
export interface Ratio {
  readonly mean: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** What was paid in one row. */
export interface Paid {
  micros: number;
  clicks: number;
  impressions: number;
}

/** Puts a row together out of what it earned and what it cost. */
export function rowOf(
  label: RowLabel,
  calls: ReportRow["calls"],
  valueMicros: ReportRow["valueMicros"],
  paid: Paid | undefined,
): ReportRow {
  const cost = paid?.micros;
  return {
    ...label,
    calls,
    valueMicros,
    costMicros: cost,
    clicks: paid?.clicks ?? 0,
    impressions: paid?.impressions ?? 0,
    costPerCallMicros: cost === undefined || calls.mean <= 0 ? undefined : costPer(cost, calls),
    roas: cost === undefined || cost <= 0 ? undefined : returnOn(cost, valueMicros),
  };
}

/** More calls make each of them cheaper, so the bounds change places. */
export function costPer(cost: number, { mean, low, high }: ReportRow["calls"]): Ratio {
  return {
    mean: cost / mean,
    low: cost / high,
    high: low <= 0 ? undefined : cost / low,
  };
}

function returnOn(cost: number, { mean, low, high }: ReportRow["valueMicros"]): Ratio {
  return { mean: mean / cost, low: low / cost, high: high / cost };
}

/** Most calls first; rows without calls by what they cost. */
export function inOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  return rows.toSorted(
    (a, b) =>
      b.calls.mean - a.calls.mean ||
      (b.costMicros ?? 0) - (a.costMicros ?? 0) ||
      (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0),
  );
}
