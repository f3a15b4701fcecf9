import { boundsOf, type Estimate } from "./estimate.ts";
import type { RowLabel } from "./report-label.ts";

/** Shares of many calls, added up: enough to say what is expected and how far it may lie from it. */
export interface CreditSum extends RowLabel {
  /** The sum of the probabilities. */
  readonly calls: number;
  readonly variance: number;
  /** Calls that are certainly its own. */
  readonly least: number;
  /** Calls that may be. */
  readonly most: number;
}

/** What is expected of a sum of shares, and its bounds in 95 of 100 cases. */
export function estimateOf({ calls, variance, least, most }: CreditSum): Estimate {
  return boundsOf({ mean: calls, variance, least, most });
}

/** Two sums of different calls as one. The name is the first one's. */
export function addSums(a: CreditSum, b: CreditSum): CreditSum {
  return {
    ...a,
    calls: a.calls + b.calls,
    variance: a.variance + b.variance,
    least: a.least + b.least,
    most: a.most + b.most,
  };
}
