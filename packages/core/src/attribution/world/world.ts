import { day, hour, minute, second, type Milliseconds } from "../../time.ts";
import { priorParameters } from "../call-parameters.ts";
import type { DelayPart, DelaySpread } from "../delay-density.ts";

/** A world of visits and calls that is known to the last parameter, to try the posterior on. */
export interface World {
  readonly seed: number;
  readonly lengthMs: Milliseconds;
  readonly visitsPerHour: number;
  /** How much busier than usual the busiest hour of the day is: 0 means every hour is alike. */
  readonly rhythm: number;
  readonly stay: DelaySpread;
  readonly graceMs: Milliseconds;
  /** A number for each slice, or one pool for all sources. */
  readonly numbers: number;
  readonly isPartitioned: boolean;
  readonly sources: readonly [WorldSource, ...WorldSource[]];
  readonly delays: readonly [minutes: DelaySpread, hours: DelaySpread, days: DelaySpread];
  readonly delayShares: readonly [minutes: number, hours: number, days: number];
  readonly phones: number;
  /** How many of those who call within minutes from a phone tap the number, and how many taps come to nothing. */
  readonly taps: number;
  readonly idleTaps: number;
  readonly tapDelay: DelaySpread;
  readonly regions: readonly [WorldRegion, ...WorldRegion[]];
  /** How often a caller's number is from the visit's region; and how often a region is not known at all. */
  readonly sameRegion: number;
  readonly unknownRegion: number;
  /** How many visitors come back for another visit, and how many callers call again without one. */
  readonly comeBack: number;
  readonly callAgain: number;
  readonly redialDelays: readonly [DelayPart, ...DelayPart[]];
  readonly strangersPerHour: number;
}

/** Where visits come from, and how likely each of them is to call. */
export interface WorldSource {
  readonly name: string;
  readonly share: number;
  readonly calls: number;
}

/** A region, by its share of visits, and of callers who are from elsewhere or strangers. */
export interface WorldRegion {
  readonly code: string;
  readonly share: number;
  readonly strangers: number;
}

const names = ["CA", "NV", "AZ", "OR", "WA", "TX", "NY", "FL", "IL", "CO", "UT", "GA"].map((name) => `US-${name}`);

/** Regions of a business that serves a few: each next one sends this much fewer visits. Strangers call from all alike. */
export function regionsOf(fewer: number): World["regions"] {
  const [first = "", ...more] = names;
  return [
    { code: first, share: 1, strangers: 1 },
    ...more.map((code, nth) => ({ code, share: fewer ** (nth + 1), strangers: 1 })),
  ];
}

/**
 * The world we assume when nothing is known of a site but its pool: the shipped prior's delays, five sources, a phone
 * for three visits of five.
 */
export const assumedWorld: World = {
  seed: 1,
  lengthMs: 60 * day,
  visitsPerHour: 60,
  rhythm: 0,
  stay: { spread: "lognormal", median: 2 * minute, sigma: 1 },
  graceMs: 5 * minute,
  numbers: 12,
  isPartitioned: true,
  sources: [
    { name: "paid_search", share: 0.4, calls: 0.05 },
    { name: "organic_search", share: 0.3, calls: 0.02 },
    { name: "maps", share: 0.1, calls: 0.03 },
    { name: "direct", share: 0.1, calls: 0.01 },
    { name: "referral", share: 0.1, calls: 0.01 },
  ],
  delays: priorParameters.delays,
  delayShares: [0.62, 0.23, 0.15],
  phones: 0.6,
  taps: 0.85,
  idleTaps: 0.01,
  tapDelay: { spread: "exponential", mean: 15 * second },
  regions: regionsOf(0.6),
  sameRegion: 0.65,
  unknownRegion: 0.1,
  comeBack: 0.25,
  callAgain: 0.1,
  redialDelays: [
    { share: 0.5, spread: "exponential", mean: hour },
    { share: 0.5, spread: "lognormal", median: 3 * day, sigma: 1 },
  ],
  strangersPerHour: 0.08,
};
