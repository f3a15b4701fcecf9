import { day, hour, minute, second, type Milliseconds } from "../time.ts";
import { logSum } from "./log-sum.ts";

/** One part of a mixture of delays: its share, and how its delays are spread. */
export type DelayPart =
  | { readonly share: number; readonly spread: "exponential"; readonly mean: Milliseconds }
  /** `sigma` is the standard deviation of the delay's logarithm. */
  | { readonly share: number; readonly spread: "lognormal"; readonly median: Milliseconds; readonly sigma: number };

/**
 * How long after seeing a number people call it: most within minutes, some the same day, some days later.
 *
 * An assumption of ours (research/perf-reliability.md 2.3): nobody has published such delays. It will be learned per site.
 */
export const callDelay: readonly DelayPart[] = [
  { share: 0.62, spread: "exponential", mean: 3 * minute },
  { share: 0.23, spread: "lognormal", median: 2 * hour, sigma: 1 },
  { share: 0.15, spread: "lognormal", median: 2.5 * day, sigma: 1 },
];

/** How long after a tap on its `tel:` link a call rings: the dialler opens at once, a few people hesitate. */
export const tapDelay: readonly DelayPart[] = [
  { share: 0.9, spread: "exponential", mean: 15 * second },
  { share: 0.1, spread: "exponential", mean: 3 * minute },
];

/** How long after a call the same person calls again: soon when it was missed, else over days. */
export const redialDelay: readonly DelayPart[] = [
  { share: 0.5, spread: "exponential", mean: hour },
  { share: 0.5, spread: "lognormal", median: 3 * day, sigma: 1.2 },
];

/** The logarithm of the density of a delay, per millisecond. A delay below one millisecond counts as one. */
export function logDelayDensity(parts: readonly DelayPart[], delay: Milliseconds): number {
  const ms = Math.max(delay, 1);
  return logSum(parts.map((part) => Math.log(part.share) + logDensity(part, ms)));
}

function logDensity(part: DelayPart, ms: Milliseconds): number {
  if (part.spread === "exponential") return -Math.log(part.mean) - ms / part.mean;
  const deviation = Math.log(ms / part.median) / part.sigma;
  return -Math.log(ms * part.sigma) - Math.log(2 * Math.PI) / 2 - (deviation * deviation) / 2;
}
