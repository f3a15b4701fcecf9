import { err, ok, type Result } from "../../result.ts";
import type { PathModel } from "../paths/credit-paths.ts";
import { creditModels, type CreditModel } from "../share-credit.ts";
import { creditAllPaths, mostPathRows } from "./credit-all-paths.ts";
import { creditEachCall } from "./credit-each-call.ts";
import type { UncalledPath } from "./gather-paths.ts";
import type { AdCost, ReportCall, ReportDimension } from "./report-call.ts";
import { payByRow } from "./pay-by-row.ts";
import { inOrder, rowOf, type ReportRow } from "./report-rows.ts";

/** What a report is made of. Costs and values are in one currency. */
export interface ReportQuestion {
  readonly by: ReportDimension;
  readonly model: PathModel;
  readonly calls: readonly ReportCall[];
  readonly costs: readonly AdCost[];
  /** Asked for by `markov` and `fractional` alone: a way few call by is worth less. */
  readonly uncalled: readonly UncalledPath[];
}

/** A report. Its rows add up to the calls, to their value and to the costs. */
export interface CreditReport {
  readonly rows: readonly ReportRow[];
  readonly total: {
    readonly calls: number;
    readonly valueMicros: number;
    readonly costMicros: number;
  };
}

/** Too many rows for a model that looks at all paths together. */
export interface ReportTooWide {
  readonly code: "report_too_wide";
  readonly most: number;
}

/**
 * Credits calls to channels, campaigns or whatever is asked for, and sets beside it what that cost.
 *
 * Who called is a probability, so credit is an expectation: the rows' expectations add up to the number of calls
 * exactly, whatever the model, and each row says how far it may lie from it. The bounds are about who called, not
 * about how many will call tomorrow.
 *
 * Yields now and then: a large report under a model that looks at all paths together takes long enough to let others in
 * between.
 */
export function* reportCreditInSteps({
  by,
  model,
  calls,
  costs,
  uncalled,
}: ReportQuestion): Generator<void, Result<CreditReport, ReportTooWide>> {
  const paid = payByRow(costs, by);
  const rows = new Map<string, ReportRow>();
  if (isByCall(model) || by === "number" || by === "day") {
    // Where nobody's path matters, every model says the same.
    for (const [key, earned] of creditEachCall(calls, by, isByCall(model) ? model : "last")) {
      const { label, calls: credited, value } = earned;
      rows.set(key, rowOf(label, credited.estimate(), value.estimate(), paid.get(key)?.paid));
    }
  } else {
    const earned = yield* creditAllPaths(calls, uncalled, by, model);
    if (earned === undefined) return err({ code: "report_too_wide", most: mostPathRows });
    for (const [key, { label, calls: credited, valueMicros }] of earned)
      rows.set(key, rowOf(label, credited, valueMicros, paid.get(key)?.paid));
  }
  const nothing = { mean: 0, low: 0, high: 0 };
  for (const [key, cost] of paid) if (!rows.has(key)) rows.set(key, rowOf(cost.label, nothing, nothing, cost.paid));
  return ok({
    rows: inOrder([...rows.values()]),
    total: {
      calls: calls.length,
      valueMicros: calls.reduce((sum, { valueMicros }) => sum + valueMicros, 0),
      costMicros: costs.reduce((sum, { micros }) => sum + micros, 0),
    },
  });
}

/** As `reportCreditInSteps`, in one go. */
export function reportCredit(question: ReportQuestion): Result<CreditReport, ReportTooWide> {
  const steps = reportCreditInSteps(question);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function isByCall(model: PathModel): model is CreditModel | "shapley" {
  return model === "shapley" || (creditModels as readonly PathModel[]).includes(model);
}
