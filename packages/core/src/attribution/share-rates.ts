import type { Probability } from "./call-match.ts";
import { soleShare } from "./holding-window.ts";
import { logSum } from "./log-sum.ts";

/** Logarithms of the rates of all who may be calling. */
export interface LogRates {
  /** One per visit. */
  readonly visits: readonly number[];
  readonly nobody: number;
  /** -Infinity for a caller who never called before. */
  readonly returning: number;
}

/** The rates' shares: probabilities that add up to one. */
export interface Shares {
  readonly visits: readonly Probability[];
  readonly nobody: Probability;
  readonly returning: Probability;
  /** The largest of them all. */
  readonly confidence: Probability;
  /** The place of the only visit that can have called, if there is one. */
  readonly sole: number | undefined;
}

/** Turns rates into probabilities without leaving log space before it is safe. */
export function shareRates({ visits, nobody, returning }: LogRates): Shares {
  const all = logSum(visits);
  const total = logSum([all, nobody, returning]);
  const shares = visits.map((rate) => Math.exp(rate - total));
  const sole = visits.findIndex((rate) => Math.exp(rate - all) >= soleShare);
  const others = { nobody: Math.exp(nobody - total), returning: Math.exp(returning - total) };
  const confidence = shares.reduce((most, share) => Math.max(most, share), Math.max(others.nobody, others.returning));
  return { visits: shares, ...others, confidence, sole: sole === -1 ? undefined : sole };
}
