import type { CallParameters, DelayWeights, DeviceKind } from "../call-parameters.ts";
import { delayReached } from "../delay-density.ts";
import { ageBins, followedFor } from "./age-bins.ts";
import type { ExpectedCounts } from "./expected-counts.ts";
import { learnRegions, learnTaps } from "./maximise-evidence.ts";
import { learnHistory } from "./maximise-history.ts";
import { learnDelay, splitByPart, unseenOf, type Split } from "./maximise-delays.ts";
import { strength } from "./pooling.ts";
import { deviceKinds, type SiteTally } from "./site-tally.ts";
import { lookUp } from "../look-up.ts";

const parts = [0, 1, 2] as const;

/** The parameters under which what was counted is likeliest, each drawn towards the prior as if by some calls of its own. */
export function maximise(
  tally: SiteTally,
  counts: ExpectedCounts,
  now: CallParameters,
  prior: CallParameters,
): CallParameters {
  const split = splitByPart(counts, now);
  const reached = now.delays.map((delay) =>
    Float64Array.from({ length: ageBins }, (_, bin) => delayReached(delay, followedFor(bin))),
  );
  // What a group of visits would have called if each called once: by the part of its delays.
  const chance = (group: number, part: number) =>
    dot(tally.exposure.subarray(group * ageBins, (group + 1) * ageBins), reached[part] ?? []);
  const weights = learnWeights(tally, split, now, prior, chance);
  const bySource = tally.sources.map((_, source) => {
    let [called, exposed] = [0, 0];
    for (const [device, kind] of deviceKinds.entries()) {
      const group = source * deviceKinds.length + device;
      for (let bin = 0; bin < ageBins; bin += 1) called += counts.sight[group * ageBins + bin] ?? 0;
      for (const part of parts) exposed += weights[kind][part] * chance(group, part);
    }
    return { called, exposed };
  });
  const called = bySource.reduce<number>((sum, one) => sum + one.called, strength.site);
  const exposed = bySource.reduce<number>((sum, one) => sum + one.exposed, strength.site / prior.callsElse);
  const mean = called / exposed;
  const calls = Object.fromEntries(
    tally.sources.map((source, nth) => {
      const one = bySource[nth] ?? { called: 0, exposed: 0 };
      return [source, (one.called + strength.source) / (one.exposed + strength.source / mean)];
    }),
  );
  // A share of the calls we saw, with so many of them known beforehand.
  const expected = strength.strangersShare * Math.max(tally.calls.length, 1);
  const strangers = (counts.nobody + strength.strangers) / (1 + strength.strangers / expected) / tally.numberMs;
  const delay = (part: 0 | 1 | 2) => learnDelay(split, part, unseenOf(tally, now, part), prior.delays[part]);
  return {
    ...now,
    calls,
    callsElse: mean,
    delays: [delay(0), delay(1), delay(2)],
    weights,
    onPage: { ...now.onPage, weight: learnPresence(tally, counts, now, prior) },
    strangers,
    ...learnTaps(tally, counts, now, prior),
    regions: learnRegions(tally, counts, prior),
    history: learnHistory(tally, counts, now, prior),
  };
}

/**
 * How likely visits are to call after minutes, by device, and after hours and days, of all devices alike: what somebody
 * was holding days ago says nothing, and fewer unknowns are learned better.
 */
function learnWeights(
  { sources }: SiteTally,
  split: Split,
  now: CallParameters,
  prior: CallParameters,
  chance: (group: number, part: number) => number,
): CallParameters["weights"] {
  const exposed = (device: number, part: number) =>
    sources.reduce(
      (sum, name, nth) =>
        sum + lookUp(now.calls, name, now.callsElse) * chance(nth * deviceKinds.length + device, part),
      0,
    );
  const called = (device: number, part: number) => split.calls[device * 3 + part] ?? 0;
  const pooled = (calls: number, exposure: number, first: number) =>
    (calls + strength.weights) / (exposure + strength.weights / first);
  const ofAll = (part: 1 | 2) => {
    const sum = (of: typeof called) => deviceKinds.reduce((all, _, device) => all + of(device, part), 0);
    return pooled(sum(called), sum(exposed), prior.weights.unknown[part]);
  };
  const [hours, days] = [ofAll(1), ofAll(2)];
  const of = (kind: DeviceKind): DelayWeights => {
    const device = deviceKinds.indexOf(kind);
    return [pooled(called(device, 0), exposed(device, 0), prior.weights[kind][0]), hours, days];
  };
  return { phone: of("phone"), tablet: of("tablet"), computer: of("computer"), unknown: of("unknown") };
}

/** One step towards the weight at which being on the page is as frequent among callers as it was counted. */
function learnPresence(tally: SiteTally, counts: ExpectedCounts, now: CallParameters, prior: CallParameters): number {
  const { weight } = now.onPage;
  let expected = 0;
  for (let place = 0; place < counts.sight.length; place += 1) {
    const present = tally.presence[place % ageBins] ?? 0;
    expected += ((counts.sight[place] ?? 0) * present) / (present * weight + 1 - present);
  }
  const a = strength.presence;
  return Math.min(50, Math.max(0.05, (counts.onPage + a) / (expected + a / prior.onPage.weight)));
}

function dot(a: Float64Array, b: ArrayLike<number>): number {
  let sum = 0;
  for (let nth = 0; nth < a.length; nth += 1) sum += (a[nth] ?? 0) * (b[nth] ?? 0);
  return sum;
}
