import type { PoolDemand } from "../../number-pool/size-pool.ts";
import { minute, type Milliseconds } from "../../time.ts";
import type { Probability } from "../call-match.ts";
import { expectQualityInSteps } from "./expected-quality.ts";

/** Calls a size is tried on: enough for a figure without decimals, few enough for every size of a screen. */
const calls = 500;
/** Measured lengths differ by seconds from hour to hour, and the figure does not. */
const step: Milliseconds = minute / 2;

/**
 * How often a call's most probable answer is right with so many numbers, as the built-in simulator finds it: the figure
 * of the screen, of the command line and of whoever asks elsewhere. Each step is one event of the simulated world.
 *
 * @param isPartitioned whether each source has a slice of its own, as a pool has by default.
 */
export function* sizeAccuracyInSteps(
  numbers: number,
  demand: PoolDemand,
  isPartitioned: boolean,
): Generator<undefined, Probability> {
  if (numbers < 1) return 0;
  // Where nobody comes or calls, nobody is taken for somebody else.
  if (demand.visitsPerHour <= 0) return 1;
  const quality = yield* expectQualityInSteps({
    numbers,
    visitsPerHour: demand.visitsPerHour,
    stayMs: Math.max(step, toStep(demand.stayMs)),
    graceMs: toStep(demand.graceMs + demand.restMs),
    isPartitioned,
    calls,
  });
  return quality.calls === 0 ? 1 : quality.accuracy;
}

/** As `sizeAccuracyInSteps`, at once. */
export function sizeAccuracy(numbers: number, demand: PoolDemand, isPartitioned: boolean): Probability {
  const steps = sizeAccuracyInSteps(numbers, demand, isPartitioned);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

function toStep(ms: Milliseconds): Milliseconds {
  return Math.round(ms / step) * step;
}
