import { after, between, day, hour, minute, second, type Instant, type Milliseconds } from "@ringtrail/core";

/** How long a delivery is tried for. */
export const givenUpAfterMs: Milliseconds = day;
const firstMs = 5 * second;
const longestMs = 4 * hour;
const longestRestMs = 5 * minute;

/**
 * When a delivery that failed is tried again: after 5 s, 10 s, 20 s ... at most four hours apart, a fifth earlier or
 * later by `draw`, so that what failed together does not come back together. The last attempt is a day after the
 * delivery was made; undefined gives it up.
 *
 * @param tries attempts made, this one included.
 * @param draw from 0 up to 1.
 */
export function planRetry(
  { createdAt, tries }: { readonly createdAt: Instant; readonly tries: number },
  now: Instant,
  draw: number,
): Instant | undefined {
  const last = after(createdAt, givenUpAfterMs);
  if (between(last, now) >= 0) return undefined;
  const next = after(now, Math.round(doubled(tries, longestMs) * (0.8 + 0.4 * draw)));
  return between(next, last) < 0 ? last : next;
}

/**
 * Until when a destination that failed is left alone by everything that waits for it. It is asked again after five
 * minutes at most, since what waits for it should arrive soon after it is back.
 *
 * @param failures in a row, this one included.
 */
export function planRest(failures: number, now: Instant, draw: number): Instant {
  return after(now, Math.round(doubled(failures, longestRestMs) * (0.8 + 0.2 * draw)));
}

function doubled(times: number, longest: Milliseconds): Milliseconds {
  return Math.min(longest, firstMs * 2 ** Math.min(30, Math.max(0, times - 1)));
}
