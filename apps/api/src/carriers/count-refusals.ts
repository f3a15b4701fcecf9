import type { Instant } from "@ringtrail/core";

/** How many webhooks were refused for their signature since this process began, and when the last one was. */
export interface Refusals {
  readonly count: number;
  readonly lastAt: Instant | undefined;
}

/** Counts what is refused. Nothing of a refused webhook is kept: anybody may send one. */
export interface RefusalCounter {
  readonly note: () => void;
  readonly seen: () => Refusals;
}

/** Makes a counter for this process. */
export function countRefusals(now: () => Instant): RefusalCounter {
  let refusals: Refusals = { count: 0, lastAt: undefined };
  return {
    note: () => {
      refusals = { count: refusals.count + 1, lastAt: now() };
    },
    seen: () => refusals,
  };
}
