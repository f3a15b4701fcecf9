import type { CreditModel } from "../share-credit.ts";
import { UncertainSum, type Chance } from "./estimate.ts";
import type { ReportCall, ReportDimension } from "./report-call.ts";
import { keyOf, nobodyRow, returningRow, rowNamed, sharesByRow, type RowLabel } from "./report-label.ts";

/** What a row has earned: calls, and their value in millionths. */
export interface Earned {
  readonly label: RowLabel;
  readonly calls: UncertainSum;
  readonly value: UncertainSum;
}

/** Credits every call by itself. Each adds exactly one to the sum of all rows' expectations. */
export function creditEachCall(
  calls: readonly ReportCall[],
  by: ReportDimension,
  model: CreditModel | "shapley",
): ReadonlyMap<string, Earned> {
  const rows = new Map<string, Earned>();
  for (const call of calls) {
    for (const [key, { label, chances }] of chancesOf(call, by, model)) {
      const row = rows.get(key) ?? { label, calls: new UncertainSum(), value: new UncertainSum() };
      rows.set(key, row);
      row.calls.add(chances);
      row.value.add(chances, call.valueMicros);
    }
  }
  return rows;
}

interface RowChances {
  readonly label: RowLabel;
  readonly chances: Chance[];
}

/** By row: every way in which this call gives it something. Who called does not matter to its number and its day. */
function chancesOf(
  call: ReportCall,
  by: ReportDimension,
  model: CreditModel | "shapley",
): ReadonlyMap<string, RowChances> {
  const rows = new Map<string, RowChances>();
  const put = (label: RowLabel, chance: Chance) => {
    const row = rows.get(keyOf(label)) ?? { label, chances: [] };
    rows.set(keyOf(label), row);
    row.chances.push(chance);
  };
  if (by === "number" || by === "day") {
    put(rowNamed(call[by]), { probability: 1, share: 1 });
    return rows;
  }
  for (const path of call.paths) {
    const shares = new Map<string, { label: RowLabel; share: number }>();
    for (const [label, share] of sharesByRow(path, by, model)) {
      const sum = shares.get(keyOf(label)) ?? { label, share: 0 };
      shares.set(keyOf(label), { ...sum, share: sum.share + share });
    }
    for (const { label, share } of shares.values()) put(label, { probability: path.probability, share });
  }
  if (call.returning > 0) put(returningRow, { probability: call.returning, share: 1 });
  if (call.nobody > 0) put(nobodyRow, { probability: call.nobody, share: 1 });
  return rows;
}
