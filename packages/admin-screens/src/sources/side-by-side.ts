import type { CreditReportShown, EstimateShown, ReportRowShown } from "@ringtrail/api-contract";

/** What one channel has under each of several models, in the order of the reports; undefined where a model gives nothing. */
export interface SideRow {
  readonly kind: ReportRowShown["kind"];
  readonly name: string | undefined;
  readonly calls: readonly (EstimateShown | undefined)[];
}

/**
 * Sets reports of the same days beside each other, channel by channel, in the order of the first that has it. All add
 * up to the same calls: a model moves credit and makes none.
 */
export function setSideBySide(reports: readonly CreditReportShown[]): readonly SideRow[] {
  const keyOf = ({ kind, name }: ReportRowShown): string => `${kind} ${name ?? ""}`;
  const byKey = reports.map(({ rows }) => new Map(rows.map((row) => [keyOf(row), row.calls])));
  // A key that is set again keeps its first place.
  const heads = new Map(reports.flatMap(({ rows }) => rows.map((row) => [keyOf(row), row])));
  return [...heads].map(([key, { kind, name }]) => ({ kind, name, calls: byKey.map((one) => one.get(key)) }));
}

/** The most calls any cell has, for bars that can be compared; at least one, so that an empty table divides by nothing. */
export function mostCalls(rows: readonly SideRow[]): number {
  return Math.max(1, ...rows.flatMap(({ calls }) => calls.map((estimate) => estimate?.mean ?? 0)));
}
