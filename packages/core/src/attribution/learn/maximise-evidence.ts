import type { CallParameters, RegionParameters } from "../call-parameters.ts";
import { delayReached, type DelayPart } from "../delay-density.ts";
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
    strangers: shareOut(names, counts.strangers, strength.strangersRegions, (name) => lookUp(overall, name, even)),
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

/** How many of the things that happened would have had their delay's end by now. */
export function reachedBy(exposure: Float64Array, delays: readonly DelayPart[]): number {
  let sum = 0;
  for (const [bin, count] of exposure.entries()) {
    if (count === 0) continue;
    sum += count * delays.reduce((reached, part) => reached + part.share * delayReached(part, followedFor(bin)), 0);
  }
  return sum;
}
