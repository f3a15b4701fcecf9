import { creditPaths, type PathModel } from "../paths/credit-paths.ts";
import type { PathTotals } from "../paths/path-totals.ts";
import type { CreditModel } from "../share-credit.ts";
import type { ReportCall, ReportDimension, ReportTouch } from "./report-call.ts";
import { keyOf, labelOf, nobodyRow, returningRow, type RowLabel } from "./report-label.ts";

/** A model that looks at all paths together. */
export type WholeModel = Exclude<PathModel, CreditModel>;

/** The way of visitors who may not have called, and how many of them are expected not to have. */
export interface UncalledPath {
  readonly touches: readonly [ReportTouch, ...ReportTouch[]];
  readonly expected: number;
}

/** What a row is expected to have earned. */
export interface ExpectedEarnings {
  readonly label: RowLabel;
  calls: number;
  valueMicros: number;
}

/** A path model solves one set of equations for each row: beyond this many a report is asked for more coarsely. */
export const mostPathRows = 100;

/**
 * Credits all calls together: each path counts as many calls as are expected of it. Callers without a visit have no
 * path and keep rows of their own. Undefined when there would be more than `mostPathRows` rows.
 */
export function creditAllPaths(
  calls: readonly ReportCall[],
  uncalled: readonly UncalledPath[],
  by: ReportDimension,
  model: WholeModel,
): ReadonlyMap<string, ExpectedEarnings> | undefined {
  const labels = new Map<string, RowLabel>();
  const paths = new Map<string, { path: PathTotals["path"]; conversions: number; value: number; nulls: number }>();
  const pathOf = ([first, ...more]: UncalledPath["touches"]) => {
    const key = (touch: ReportTouch) => {
      const label = labelOf(touch, by);
      if (!labels.has(keyOf(label))) labels.set(keyOf(label), label);
      return keyOf(label);
    };
    const path: PathTotals["path"] = [key(first), ...more.map(key)];
    const name = JSON.stringify(path);
    const known = paths.get(name) ?? { path, conversions: 0, value: 0, nulls: 0 };
    paths.set(name, known);
    return known;
  };
  for (const call of calls) {
    for (const { touches, probability } of call.paths) {
      const path = pathOf(touches);
      path.conversions += probability;
      path.value += probability * call.valueMicros;
    }
  }
  for (const { touches, expected } of uncalled) pathOf(touches).nulls += expected;
  if (labels.size > mostPathRows) return undefined;
  const rules = { isDirect: () => false, isPaid: () => false, transform: "exposure" } as const;
  const rows = new Map<string, ExpectedEarnings>();
  for (const [key, { conversions, value }] of creditPaths([...paths.values()], model, rules)) {
    const label = labels.get(key);
    if (label !== undefined) rows.set(key, { label, calls: conversions, valueMicros: value });
  }
  for (const [label, part] of [
    [returningRow, "returning"],
    [nobodyRow, "nobody"],
  ] as const) {
    const sum = calls.reduce((all, call) => all + call[part], 0);
    const valueMicros = calls.reduce((all, call) => all + call[part] * call.valueMicros, 0);
    if (sum > 0) rows.set(keyOf(label), { label, calls: sum, valueMicros });
  }
  return rows;
}
