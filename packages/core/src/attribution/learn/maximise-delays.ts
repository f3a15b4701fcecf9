import type { CallParameters } from "../call-parameters.ts";
import type { DelaySpread } from "../delay-density.ts";
import { normalReached } from "../normal-reached.ts";
import { ageBins, binAge, followedFor } from "./age-bins.ts";
import type { ExpectedCounts } from "./expected-counts.ts";
import { fitLogNormal } from "./fit-log-normal.ts";
import { strength } from "./pooling.ts";
import { deviceKinds, type SiteTally } from "./site-tally.ts";
import { lookUp } from "../look-up.ts";

const parts = [0, 1, 2] as const;

export interface Split {
  /** Calls by device and part: `calls[device * 3 + part]`. */
  readonly calls: Float64Array;
  /** Calls, and the sums of their delays, of the logarithms and of the squares of these, by part. */
  readonly sums: readonly Float64Array[];
}

/** Divides the calls of each age among minutes, hours and days. */
export function splitByPart(counts: ExpectedCounts, now: CallParameters): Split {
  const calls = new Float64Array(deviceKinds.length * 3);
  const sums = parts.map(() => new Float64Array(4));
  for (let place = 0; place < counts.sight.length; place += 1) {
    const amount = counts.sight[place] ?? 0;
    if (amount === 0) continue;
    const bin = place % ageBins;
    const device = Math.floor(place / ageBins) % deviceKinds.length;
    const weights = now.weights[deviceKinds[device] ?? "unknown"];
    const age = binAge(bin);
    const log = Math.log(age);
    const densities = parts.map((part) => weights[part] * densityAt(now.delays[part], age, log));
    const all = densities.reduce((sum, density) => sum + density, 0);
    for (const part of parts) {
      const piece = all > 0 ? (amount * (densities[part] ?? 0)) / all : 0;
      calls[device * 3 + part] = (calls[device * 3 + part] ?? 0) + piece;
      const sum = sums[part] as Float64Array;
      for (const [nth, value] of [1, age, log, log * log].entries()) sum[nth] = (sum[nth] ?? 0) + piece * value;
    }
  }
  return { calls, sums };
}

function densityAt(part: DelaySpread, age: number, log: number): number {
  if (part.spread === "exponential") return Math.exp(-age / part.mean) / part.mean;
  const deviation = (log - Math.log(part.median)) / part.sigma;
  return Math.exp((-deviation * deviation) / 2) / (age * part.sigma * Math.sqrt(2 * Math.PI));
}

/** Calls that come after we stopped looking, as the delay of the last round has them. */
interface Unseen {
  readonly calls: number;
  readonly ages: number;
  readonly logs: number;
  readonly squares: number;
}

/**
 * The delay under which one part's calls are likeliest. Calls after the window's end, or after the last event, are
 * never seen, so they are added in thought: else each round would make the tail shorter, for good.
 */
export function learnDelay({ sums }: Split, part: number, unseen: Unseen, prior: DelaySpread): DelaySpread {
  const [seen = 0, ages = 0, logs = 0, squares = 0] = sums[part] ?? [];
  const a = strength.delays;
  const calls = seen + unseen.calls;
  if (prior.spread === "exponential") {
    return { spread: "exponential", mean: (ages + unseen.ages + a * prior.mean) / (calls + a) };
  }
  return fitLogNormal({ calls, logs: logs + unseen.logs, squares: squares + unseen.squares }, prior, a);
}

/** The calls of one part of the delays that visits would still make when we no longer look. */
export function unseenOf(tally: SiteTally, now: CallParameters, part: 0 | 1 | 2): Unseen {
  const delay = now.delays[part];
  const sum = { calls: 0, ages: 0, logs: 0, squares: 0 };
  for (let bin = 0; bin < ageBins; bin += 1) {
    let visits = 0;
    for (const [source, name] of tally.sources.entries()) {
      for (const [device, kind] of deviceKinds.entries()) {
        const count = tally.exposure[(source * deviceKinds.length + device) * ageBins + bin] ?? 0;
        if (count > 0) visits += count * lookUp(now.calls, name, now.callsElse) * now.weights[kind][part];
      }
    }
    if (visits === 0) continue;
    const later = beyond(delay, followedFor(bin));
    const calls = visits * later.share;
    sum.calls += calls;
    sum.ages += calls * later.age;
    sum.logs += calls * later.log;
    sum.squares += calls * later.square;
  }
  return sum;
}

/** Of the delays longer than this: their share, and the means of the delay or of its logarithm and of its square. */
function beyond(delay: DelaySpread, from: number) {
  if (delay.spread === "exponential") {
    return { share: Math.exp(-from / delay.mean), age: from + delay.mean, log: 0, square: 0 };
  }
  const { sigma } = delay;
  const centre = Math.log(delay.median);
  const cut = (Math.log(from) - centre) / sigma;
  const share = 1 - normalReached(cut);
  // The mean and the spread of the part of a normal distribution beyond the cut.
  const hazard = Math.exp((-cut * cut) / 2) / Math.sqrt(2 * Math.PI) / Math.max(share, 1e-12);
  const square = centre ** 2 + 2 * centre * sigma * hazard + sigma ** 2 * (1 + cut * hazard);
  return { share, age: 0, log: centre + sigma * hazard, square };
}
