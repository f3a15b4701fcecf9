import { creditPaths, type PathModel } from "../paths/credit-paths.ts";
import type { CreditModel } from "../share-credit.ts";
import { boundAllPaths } from "./bound-all-paths.ts";
import { UncertainSum, type Estimate } from "./estimate.ts";
import { gatherPaths, type UncalledPath } from "./gather-paths.ts";
import { pathRules } from "./path-rules.ts";
import type { ReportCall, ReportDimension } from "./report-call.ts";
import { keyOf, nobodyRow, returningRow, type RowLabel } from "./report-label.ts";

/** A model that looks at all paths together. */
export type WholeModel = Exclude<PathModel, CreditModel | "shapley">;

/** What a row is expected to have earned, and how far it may lie from it. */
export interface ExpectedEarnings {
  readonly label: RowLabel;
  readonly calls: Estimate;
  readonly valueMicros: Estimate;
}

/** A path model solves one set of equations for each row: beyond this many a report is asked for more coarsely. */
export const mostPathRows = 100;

/**
 * Credits all calls together: each path counts as many calls as are expected of it. Callers without a visit have no
 * path and keep rows of their own. Undefined when there would be more than `mostPathRows` rows. Yields between parts of
 * the work.
 */
export function* creditAllPaths(
  calls: readonly ReportCall[],
  uncalled: readonly UncalledPath[],
  by: ReportDimension,
  model: WholeModel,
): Generator<void, ReadonlyMap<string, ExpectedEarnings> | undefined> {
  const all = gatherPaths(calls, uncalled, by);
  if (all.labels.size > mostPathRows) return undefined;
  const reach = yield* boundAllPaths(all, calls, model);
  const most = { calls: 0, value: 0 };
  for (const { paths, valueMicros } of calls.filter((call) => call.paths.length > 0)) {
    most.calls += paths.some(({ probability }) => probability > 0) ? 1 : 0;
    most.value += valueMicros;
  }
  const rows = new Map<string, ExpectedEarnings>();
  for (const [key, { conversions, value }] of creditPaths(all.paths, model, pathRules)) {
    const label = all.labels.get(key);
    if (label === undefined) continue;
    const within = reach.get(key);
    const callsOf = estimateOf(conversions, within?.calls ?? 0, most.calls);
    rows.set(key, { label, calls: callsOf, valueMicros: estimateOf(value, within?.value ?? 0, most.value) });
  }
  for (const [label, part] of [
    [returningRow, "returning"],
    [nobodyRow, "nobody"],
  ] as const) {
    const [sum, value] = [new UncertainSum(), new UncertainSum()];
    for (const call of calls.filter((one) => one[part] > 0)) {
      const chances = [{ probability: call[part], share: 1 }];
      sum.add(chances);
      value.add(chances, call.valueMicros);
    }
    const estimate = sum.estimate();
    if (estimate.mean > 0) rows.set(keyOf(label), { label, calls: estimate, valueMicros: value.estimate() });
  }
  return rows;
}

/** Never outside of what is possible at all. */
function estimateOf(mean: number, reach: number, most: number): Estimate {
  return { mean, low: Math.min(mean, Math.max(0, mean - reach)), high: Math.max(mean, Math.min(most, mean + reach)) };
}
