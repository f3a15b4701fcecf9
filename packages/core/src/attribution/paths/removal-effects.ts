import { countSteps } from "./count-steps.ts";
import type { PathTotals } from "./path-totals.ts";
import { decompose, solve } from "./solve-linear.ts";

/**
 * What would be lost of all calls if a channel led nowhere: 0 nothing, 1 everything.
 *
 * Exact. With `N = (I - next)^-1`, who passes through a channel does so with `(begins N)_c / N_cc`, and then calls with
 * `(N calls)_c`; exactly those calls are lost. One linear solve per channel, and no simulation.
 */
export function removalEffects(paths: readonly PathTotals[]): ReadonlyMap<string, number> {
  const { channels, begins, calls, next } = countSteps(
    paths.filter(({ conversions, nulls }) => conversions + nulls > 0),
  );
  const matrix = next.map((row, from) => row.map((share, to) => (from === to ? 1 : 0) - share));
  decompose(matrix);
  const reach = solve(matrix, calls);
  const all = dot(begins, reach);
  return new Map(
    channels.map((channel, nth) => {
      // The channel's column of N: how often each channel's visitors come by it.
      const visits = solve(
        matrix,
        Float64Array.from(channels, (_, row) => (row === nth ? 1 : 0)),
      );
      const lost = (dot(begins, visits) / (visits[nth] ?? 1)) * (reach[nth] ?? 0);
      return [channel, all > 0 ? lost / all : 0];
    }),
  );
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let nth = 0; nth < a.length; nth += 1) sum += (a[nth] ?? 0) * (b[nth] ?? 0);
  return sum;
}
