import type { DelayPart } from "../attribution/delay-density.ts";
import { day, hour, minute, type Milliseconds } from "../time.ts";

/**
 * How long after seeing a number people call it: most within minutes, some the same day, some days later. An assumption
 * of ours for sizing before anything was measured (research/perf-reliability.md 2.3): nobody has published such delays.
 */
const callDelay: readonly DelayPart[] = [
  { share: 0.62, spread: "exponential", mean: 3 * minute },
  { share: 0.23, spread: "lognormal", median: 2 * hour, sigma: 1 },
  { share: 0.15, spread: "lognormal", median: 2.5 * day, sigma: 1 },
];

/** Steps of the integral over a lognormal delay: nothing changes in the fourth digit with more. */
const steps = 240;
const widest = 6;

/**
 * How often the last visit that was shown a number is the one that calls it, with so many numbers taking turns: the
 * chance that a call comes before its number is shown to somebody else, P(D < Γ(N, λ)), where D is the delay of a call
 * and a number's turn comes again after N visits (research/perf-reliability.md 2.3). Not the loss: a pool that never
 * shares a number between two live visits is still wrong about most late calls.
 */
export function lastVisitorAccuracy(
  numbers: number,
  visitsPerHour: number,
  delay: readonly DelayPart[] = callDelay,
): number {
  if (numbers < 1) return 0;
  const perMs = visitsPerHour / hour;
  return delay.reduce((sum, part) => sum + part.share * chanceInTurn(part, numbers, perMs), 0);
}

function chanceInTurn(part: DelayPart, numbers: number, perMs: number): number {
  // Of an exponential delay the integral is known: the Laplace transform of the turn's length.
  if (part.spread === "exponential") return 1 - (perMs / (perMs + 1 / part.mean)) ** numbers;
  let sum = 0;
  let weights = 0;
  for (let step = 0; step <= steps; step += 1) {
    const z = -widest + (2 * widest * step) / steps;
    const weight = Math.exp(-(z * z) / 2);
    weights += weight;
    sum += weight * chanceFewer(numbers, perMs * lognormal(part, z));
  }
  return sum / weights;
}

function lognormal({ median, sigma }: { readonly median: Milliseconds; readonly sigma: number }, z: number): number {
  return median * Math.exp(sigma * z);
}

/** The chance of fewer than so many visits where `expected` are expected: Poisson, added up from the largest term. */
function chanceFewer(numbers: number, expected: number): number {
  if (expected === 0) return 1;
  const top = Math.min(numbers - 1, Math.floor(expected));
  let logTop = -expected;
  for (let k = 1; k <= top; k += 1) logTop += Math.log(expected / k);
  let sum = 1;
  for (let k = top, term = 1; k > 0 && term > 1e-17; k -= 1) sum += term *= k / expected;
  for (let k = top + 1, term = 1; k < numbers && term > 1e-17; k += 1) sum += term *= expected / k;
  return Math.min(1, Math.exp(logTop) * sum);
}
