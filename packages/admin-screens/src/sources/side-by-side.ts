import type { CreditReportShown, EstimateShown, ReportRowShown } from "@ringtrail/api-contract";

/** What one channel has under each of two models. */
export interface SideRow {
  readonly kind: ReportRowShown["kind"];
  readonly name: string | undefined;
  readonly left: EstimateShown | undefined;
  readonly right: EstimateShown | undefined;
}

/**
 * Sets two reports of the same days beside each other, channel by channel, in the order of the left one. Both add up
 * to the same calls: a model moves credit and makes none.
 */
export function setSideBySide(left: CreditReportShown, right: CreditReportShown): readonly SideRow[] {
  const keyOf = ({ kind, name }: ReportRowShown): string => `${kind} ${name ?? ""}`;
  const rows = new Map<string, SideRow>();
  for (const row of left.rows) {
    rows.set(keyOf(row), { kind: row.kind, name: row.name, left: row.calls, right: undefined });
  }
  for (const row of right.rows) {
    const known = rows.get(keyOf(row));
    rows.set(keyOf(row), { kind: row.kind, name: row.name, left: known?.left, right: row.calls });
  }
  return [...rows.values()];
}

/** The most calls any cell has, for bars that can be compared; at least one, so that an empty table divides by nothing. */
export function mostCalls(rows: readonly SideRow[]): number {
  return Math.max(1, ...rows.map(({ left, right }) => Math.max(left?.mean ?? 0, right?.mean ?? 0)));
}
