import type { CallId } from "../ids.ts";
import { after, between, day, type Instant, type Milliseconds } from "../time.ts";
import type { CallerHistory } from "./weigh-history.ts";

/** How far back a site's story is told when it learns, and hence how far back a caller is known. */
export const storyMs: Milliseconds = 120 * day;

/** What the stores know of a caller when a call rings. */
export interface CallerKnown {
  readonly rangAt: Instant;
  /** Earlier calls of this caller. */
  readonly earlier: readonly { readonly call: CallId; readonly at: Instant }[];
  /** Those of them that rang this very number. */
  readonly onNumber: readonly CallId[];
  /** How many calls rang this number within `holdingWindowMs`, whoever made them. */
  readonly ringsOnNumber: number;
  /** How many different people called any number within `holdingWindowMs`. */
  readonly people: number;
}

/** Says what is known of a caller in the terms in which a site learns it from its story. */
export function callerHistory({ rangAt, onNumber, ringsOnNumber, people, ...known }: CallerKnown): CallerHistory {
  const earlier = known.earlier.filter(({ at }) => at >= after(rangAt, -storyMs));
  const here = earlier.filter(({ call }) => onNumber.includes(call));
  return {
    earlierCallsAgoMs: earlier.map(({ at }) => between(at, rangAt)),
    earlierOnNumberAgoMs: here.map(({ at }) => between(at, rangAt)),
    ringsOnNumber,
    people,
  };
}
