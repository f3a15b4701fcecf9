import type { Milliseconds } from "../time.ts";
import { logSum } from "./log-sum.ts";
import { normalReached } from "./normal-reached.ts";

/** How delays are spread. */
export type DelaySpread = { readonly spread: "exponential"; readonly mean: Milliseconds } | LogNormalSpread;

/** Delays whose logarithms are spread normally; `sigma` is the standard deviation of these. */
export interface LogNormalSpread {
  readonly spread: "lognormal";
  readonly median: Milliseconds;
  readonly sigma: number;
}

/** One part of a mixture of delays: its share, and how its delays are spread. */
export type DelayPart = DelaySpread & { readonly share: number };

/** The logarithm of the density of a mixture of delays, per millisecond. A delay below one millisecond counts as one. */
export function logDelayDensity(parts: readonly DelayPart[], delay: Milliseconds): number {
  return logSum(parts.map((part) => Math.log(part.share) + logSpreadDensity(part, delay)));
}

/** The same of one part, its share aside. */
export function logSpreadDensity(part: DelaySpread, delay: Milliseconds): number {
  const ms = Math.max(delay, 1);
  if (part.spread === "exponential") return -Math.log(part.mean) - ms / part.mean;
  const deviation = Math.log(ms / part.median) / part.sigma;
  return -Math.log(ms * part.sigma) - halfLogTwoPi - (deviation * deviation) / 2;
}

const halfLogTwoPi = Math.log(2 * Math.PI) / 2;

/** How many of the delays of one part are over after this time: from 0 to 1. */
export function delayReached(part: DelaySpread, time: Milliseconds): number {
  if (time <= 0) return 0;
  if (part.spread === "exponential") return 1 - Math.exp(-time / part.mean);
  return normalReached(Math.log(time / part.median) / part.sigma);
}
