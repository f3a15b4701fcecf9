import type { LogNormalSpread } from "../delay-density.ts";

/** Delays counted in parts of calls: how many, and the sums of their logarithms and of the squares of these. */
export interface LogSums {
  readonly calls: number;
  readonly logs: number;
  readonly squares: number;
}

/** The lognormal under which delays are likeliest, drawn towards a prior as if by so many calls of its own. */
export function fitLogNormal(
  { calls, logs, squares }: LogSums,
  prior: LogNormalSpread,
  pooled: number,
): LogNormalSpread {
  const first = Math.log(prior.median);
  const centre = (logs + pooled * first) / (calls + pooled);
  const around = squares - 2 * centre * logs + calls * centre ** 2;
  const all = around + pooled * (prior.sigma ** 2 + (first - centre) ** 2);
  const sigma = Math.min(2.5, Math.max(0.3, Math.sqrt(all / (calls + pooled))));
  return { spread: "lognormal", median: Math.exp(centre), sigma };
}
