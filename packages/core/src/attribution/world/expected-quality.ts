import { day, hour, minute, type Milliseconds } from "../../time.ts";
import { posterior } from "../replay/judge-situation.ts";
import type { Quality } from "./score-answers.ts";
import { simulateWorld } from "./simulate-world.ts";
import { trueParameters } from "./true-parameters.ts";
import { tryWorld, tryWorldInSteps } from "./try-world.ts";
import { assumedWorld, type World } from "./world.ts";

/** A pool and what it serves, as `pool size` and `pool simulate` ask about it. */
export interface PoolTrial {
  readonly numbers: number;
  readonly visitsPerHour: number;
  /** How long a visit stays on average, and how long its number is kept after it. */
  readonly stayMs: Milliseconds;
  readonly graceMs: Milliseconds;
  /** One slice for each source, the default, or one pool for all. */
  readonly isPartitioned?: boolean;
  /** How many calls to try it on; default 2,000. */
  readonly calls?: number;
  /** The same seed gives the same answer; default 1. */
  readonly seed?: number;
}

/**
 * How good attribution can be expected to be with a pool of this size: a world like the one we assume when nothing is
 * known is run, and its calls are judged. What a site really gets depends on how soon its people call.
 */
export function expectedQuality(size: PoolTrial): Quality {
  const world = worldOf(size);
  const [quality] = tryWorld(simulateWorld(world), [posterior(trueParameters(world))]);
  return quality ?? noQuality;
}

/** As `expectedQuality`, for whoever must see to other things in between. */
export function* expectQualityInSteps(size: PoolTrial): Generator<undefined, Quality> {
  const world = worldOf(size);
  const [quality] = yield* tryWorldInSteps(simulateWorld(world), [posterior(trueParameters(world))]);
  return quality ?? noQuality;
}

/** The longest world that is run: a site with a visit a day is told what a year tells. */
const longestMs = 365 * day;

function worldOf({
  numbers,
  visitsPerHour,
  stayMs,
  graceMs,
  isPartitioned = true,
  calls = 2_000,
  seed = 1,
}: PoolTrial): World {
  const { sources } = assumedWorld;
  const all = sources.reduce((sum, { share }) => sum + share, 0);
  const perVisit = sources.reduce((sum, { share, calls: calling }) => sum + (share / all) * calling, 0);
  const rate = Math.max(visitsPerHour * perVisit, 1e-6);
  // The mean of a lognormal stay is its median times e to the half of its variance.
  const median = Math.max(stayMs, 1_000) / Math.exp(0.5);
  return {
    ...assumedWorld,
    seed,
    numbers: Math.max(1, numbers),
    visitsPerHour,
    isPartitioned,
    graceMs,
    stay: { spread: "lognormal", median: Math.min(median, 240 * minute), sigma: 1 },
    lengthMs: Math.min((calls / rate) * hour, longestMs),
    strangersPerHour: rate * 0.05,
  };
}

const noQuality: Quality = {
  calls: 0,
  accuracy: 0,
  visitorAccuracy: 0,
  ece: 0,
  sureShare: 0,
  surePrecision: 1,
  totalsError: 0,
  visitTotalsError: 0,
  bins: [],
};
