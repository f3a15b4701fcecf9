import type { CreditReportShown, EstimateShown, ReportRowShown } from "@ringtrail/api-contract";
import type { ReportRow } from "@ringtrail/core/attribution";
import type { CallReport, ReportAsked } from "../report/report-calls.ts";

/** A report in the contract's words: amounts in units of the currency. */
export function showReport({ by, model, from, to, timeZone }: ReportAsked, report: CallReport): CreditReportShown {
  const { currency, rows, total, others } = report;
  return {
    by,
    model,
    from,
    to,
    timeZone,
    ...(currency === undefined ? {} : { currency }),
    rows: rows.map(showRow),
    total: { calls: total.calls, value: units(total.valueMicros), cost: units(total.costMicros) },
    otherCurrencies: others.map((sum) => ({
      currency: sum.currency,
      value: units(sum.valueMicros),
      cost: units(sum.costMicros),
    })),
  };
}

function showRow(row: ReportRow): ReportRowShown {
  const { kind, name, calls, valueMicros, costMicros, clicks, impressions, costPerCallMicros, roas } = row;
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    calls: showEstimate(calls),
    value: showEstimate(valueMicros, 1e6),
    ...(costMicros === undefined ? {} : { cost: units(costMicros) }),
    clicks,
    impressions,
    ...(costPerCallMicros === undefined ? {} : { costPerCall: showEstimate(costPerCallMicros, 1e6) }),
    ...(roas === undefined ? {} : { roas: showEstimate(roas) }),
  };
}

/** An estimate in units. */
export function showEstimate(
  { mean, low, high }: { readonly mean: number; readonly low?: number | undefined; readonly high?: number | undefined },
  per = 1,
): EstimateShown {
  return {
    mean: mean / per,
    ...(low === undefined ? {} : { low: low / per }),
    ...(high === undefined ? {} : { high: high / per }),
  };
}

function units(micros: number): number {
  return micros / 1e6;
}
