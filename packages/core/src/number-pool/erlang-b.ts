import { hour, type Milliseconds } from "../time.ts";

/**
 * How many numbers are held on average if there were enough of them, in erlangs: arrivals times how long each holds one.
 * The hold is the stay on the page and the grace after it; rest does not count, because a resting number may be lent.
 */
export function offeredLoad(visitsPerHour: number, holdMs: Milliseconds): number {
  return visitsPerHour * (holdMs / hour);
}

/**
 * The share of visits that find every number held, for `numbers` (whole, 0 or more) at `load` erlangs: Erlang's loss
 * formula B (A. K. Erlang, 1917; ITU-T Rec. E.501). Exact for any spread of holds, if visits arrive independently.
 *
 * The recurrence is worked out upside down, 1/B(n) = 1 + n/a · 1/B(n-1), which stays exact for thousands of numbers
 * where factorials overflow.
 */
export function erlangB(numbers: number, load: number): number {
  let inverse = 1;
  for (let n = 1; n <= numbers; n += 1) inverse = 1 + (n / load) * inverse;
  return 1 / inverse;
}
