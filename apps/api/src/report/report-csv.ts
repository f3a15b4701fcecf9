import type { CreditReportShown, ReportRowShown } from "@ringtrail/api-contract";
import { csvText } from "../csv/csv-text.ts";

const columns: readonly (readonly [name: string, of: (row: ReportRowShown) => string | number | undefined])[] = [
  ["kind", ({ kind }) => kind],
  ["name", ({ name }) => name],
  ["calls", ({ calls }) => calls.mean],
  ["calls_low", ({ calls }) => calls.low],
  ["calls_high", ({ calls }) => calls.high],
  ["value", ({ value }) => value.mean],
  ["value_low", ({ value }) => value.low],
  ["value_high", ({ value }) => value.high],
  ["cost", ({ cost }) => cost],
  ["clicks", ({ clicks }) => clicks],
  ["impressions", ({ impressions }) => impressions],
  ["cost_per_call", ({ costPerCall }) => costPerCall?.mean],
  ["cost_per_call_low", ({ costPerCall }) => costPerCall?.low],
  ["cost_per_call_high", ({ costPerCall }) => costPerCall?.high],
  ["roas", ({ roas }) => roas?.mean],
  ["roas_low", ({ roas }) => roas?.low],
  ["roas_high", ({ roas }) => roas?.high],
];

/** A report as a spreadsheet. No row of totals: whoever adds the rows up has them, and a sum of sums would be wrong. */
export function reportCsv({ rows, currency, by, model }: CreditReportShown): string {
  const head = ["by", "model", "currency", ...columns.map(([name]) => name)];
  return csvText([head, ...rows.map((row) => [by, model, currency, ...columns.map(([, of]) => of(row))])]);
}
