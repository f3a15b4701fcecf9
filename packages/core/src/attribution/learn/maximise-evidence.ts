import type { CallParameters, HistoryParameters, RegionParameters } from "../call-parameters.ts";
import { delayReached, logSpreadDensity, type DelayPart } from "../delay-density.ts";
import { followedFor } from "./age-bins.ts";
import type { ExpectedCounts } from "./expected-counts.ts";
import { strength } from "./pooling.ts";
import type { SiteTally } from "./site-tally.ts";
import { lookUp } from "../look-up.ts";

/** How often taps lead to calls, and after how long. */
export function learnTaps(
  tally: SiteTally,
  counts: ExpectedCounts,
  now: CallParameters,
  prior: CallParameters,
): Pick<CallParameters, "tapCalls" | "tapDelays"> {
  const a = strength.taps;
  const calls = counts.taps.reduce((sum, part) => sum + part.calls, 0);
  const exposed = reachedBy(tally.tapExposure, now.tapDelays);
  const tapDelays = prior.tapDelays.map((part, nth): DelayPart => {
    const learned = counts.taps[nth] ?? { calls: 0, delays: 0 };
    const share = (learned.calls + a * part.share) / (calls + a);
    if (part.spread !== "exponential") return { ...part, share };
    return { ...part, share, mean: (learned.delays + a * part.mean) / (learned.calls + a) };
  });
  return { tapCalls: Math.min(0.99, (calls + a) / (exposed + a / prior.tapCalls)), tapDelays };
}

/** How often callers' numbers are from where the visit is, and where visits, other callers and strangers are from. */
export function learnRegions(tally: SiteTally, counts: ExpectedCounts, prior: CallParameters): RegionParameters {
  const a = strength.regions;
  const names = new Set([...tally.visitRegions.keys(), ...counts.callers.keys()]);
  const even = 1 / (names.size + 1);
  const heard = new Map(
    [...names].map((name) => [name, (counts.callers.get(name) ?? 0) + (counts.strangers.get(name) ?? 0)]),
  );
  const overall = shareOut(names, heard, a, () => even);
  return {
    same: (counts.regionSame + a * prior.regions.same) / (counts.regionKnown + a),
    visits: shareOut(names, tally.visitRegions, 1, () => even),
    callers: shareOut(names, counts.callers, a, (name) => lookUp(overall, name, even)),
    strangers: shareOut(names, counts.strangers, a, (name) => lookUp(overall, name, even)),
    unlisted: names.size === 0 ? prior.regions.unlisted : even / (tally.calls.length + 1),
  };
}

function shareOut(
  names: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  pooled: number,
  prior: (name: string) => number,
): Readonly<Record<string, number>> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, pooled);
  return Object.fromEntries([...names].map((name) => [name, ((counts.get(name) ?? 0) + pooled * prior(name)) / all]));
}

/** How often people call again without a visit, after how long, and on which number. */
export function learnHistory(
  tally: SiteTally,
  counts: ExpectedCounts,
  now: CallParameters,
  prior: CallParameters,
): HistoryParameters {
  const a = strength.history;
  const { redialDelays } = now.history;
  const sums = redialDelays.map(() => ({ calls: 0, ages: 0, logs: 0, squares: 0 }));
  let here = 0;
  for (const { call, part } of counts.redials) {
    const onNumber = new Set(call.earlierOnNumberAgoMs);
    const pieces = call.earlierCallsAgoMs.flatMap((ago) =>
      redialDelays.map((delay, nth) => {
        const place = onNumber.has(ago) ? now.history.sameNumber : (1 - now.history.sameNumber) * 0.1;
        return {
          ago,
          nth,
          isHere: onNumber.has(ago),
          rate: place * delay.share * Math.exp(logSpreadDensity(delay, ago)),
        };
      }),
    );
    const all = pieces.reduce((sum, { rate }) => sum + rate, 0);
    for (const { ago, nth, isHere, rate } of pieces) {
      const calls = all > 0 ? (part * rate) / all : 0;
      const log = Math.log(Math.max(ago, 1));
      const sum = sums[nth];
      if (isHere) here += calls;
      if (sum === undefined) continue;
      sum.calls += calls;
      sum.ages += calls * ago;
      sum.logs += calls * log;
      sum.squares += calls * log * log;
    }
  }
  const exposed = reachedBy(tally.redialExposure, redialDelays);
  return {
    callsAgain: Math.min(0.99, (counts.returning + a) / (exposed + a / prior.history.callsAgain)),
    redialDelays: prior.history.redialDelays.map((part, nth): DelayPart => {
      const { calls, ages, logs, squares } = sums[nth] ?? { calls: 0, ages: 0, logs: 0, squares: 0 };
      const share = (calls + a * part.share) / (counts.returning + a);
      if (part.spread === "exponential") return { ...part, share, mean: (ages + a * part.mean) / (calls + a) };
      const first = Math.log(part.median);
      const centre = (logs + a * first) / (calls + a);
      const around = squares - 2 * centre * logs + calls * centre ** 2 + a * (part.sigma ** 2 + (first - centre) ** 2);
      const sigma = Math.min(2.5, Math.max(0.3, Math.sqrt(around / (calls + a))));
      return { ...part, share, median: Math.exp(centre), sigma };
    }),
    sameNumber: (here + a * prior.history.sameNumber) / (counts.returning + a),
    known: Math.max(1e-4, (counts.knownVisits + a * prior.history.known * 0.1) / (counts.callerVisits + a)),
  };
}

/** How many of the things that happened would have had their delay's end by now. */
function reachedBy(exposure: Float64Array, delays: readonly DelayPart[]): number {
  let sum = 0;
  for (const [bin, count] of exposure.entries()) {
    if (count === 0) continue;
    sum += count * delays.reduce((reached, part) => reached + part.share * delayReached(part, followedFor(bin)), 0);
  }
  return sum;
}
