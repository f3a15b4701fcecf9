import type { Milliseconds } from "@ringtrail/core";
import { sizeAccuracyInSteps, type Probability } from "@ringtrail/core/attribution";
import type { PoolDemand } from "@ringtrail/core/number-pool";
import type { Background } from "../background.ts";
import { runInSlices } from "../run-in-slices.ts";

const mostKept = 2_000;
/** Measured lengths differ by seconds from hour to hour, and a size is not tried anew for that. */
const lengthStepMs: Milliseconds = 30_000;

/** A size of a pool and what is asked of it. */
export interface SizeAsked {
  readonly numbers: number;
  readonly demand: PoolDemand;
  readonly isPartitioned: boolean;
}

/**
 * How much each size of a pool would know, by the built-in simulator. A size that was not asked for before is tried
 * behind the answers, one after the other, and is undefined until then.
 */
export function expectAccuracy(background: Background): (asked: SizeAsked) => Probability | undefined {
  const known = new Map<string, Probability | undefined>();
  const waiting: (readonly [key: string, asked: SizeAsked])[] = [];
  let isTrying = false;
  const tryAll = async (): Promise<void> => {
    isTrying = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [key, asked] = next;
        const { numbers, demand, isPartitioned } = asked;
        known.set(key, await runInSlices(sizeAccuracyInSteps(numbers, demand, isPartitioned)));
        const oldest = known.keys().next();
        if (known.size > mostKept && oldest.done !== true) known.delete(oldest.value);
      }
    } finally {
      isTrying = false;
    }
  };
  return (asked) => {
    const key = keyOf(asked);
    if (known.has(key)) return known.get(key);
    known.set(key, undefined);
    waiting.push([key, asked]);
    if (!isTrying) background.start("sizes of pools", tryAll);
    return undefined;
  };
}

function keyOf({ numbers, demand: { visitsPerHour, stayMs, graceMs, restMs }, isPartitioned }: SizeAsked): string {
  const lengths = [stayMs, graceMs + restMs].map((ms) => Math.round(ms / lengthStepMs));
  return JSON.stringify([numbers, visitsPerHour, ...lengths, isPartitioned]);
}
