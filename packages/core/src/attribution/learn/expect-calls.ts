import type { CallParameters } from "../call-parameters.ts";
import { logDelayDensity, logSpreadDensity } from "../delay-density.ts";
import { logKnown, logRedialRate } from "../weigh-history.ts";
import { regionWeights } from "../weigh-region.ts";
import { ageBins, binAge } from "./age-bins.ts";
import { addTaps, divideRegions, emptyCounts, foldCells, type ExpectedCounts } from "./expected-counts.ts";
import { deviceKinds, same, type CallTally, type SiteTally } from "./site-tally.ts";
import { lookUp } from "../look-up.ts";

/** What every call of one pass looks up: the rate of one visit of each kind, its region aside. */
type RateOfCell = Float64Array;

/**
 * Shares every call among all it may have come from, as the parameters have it, and counts who got how much: the
 * expectation step of learning.
 */
export function expectCalls(tally: SiteTally, parameters: CallParameters): ExpectedCounts {
  const rateOf = rateOfCells(tally, parameters);
  const counts = emptyCounts(tally);
  for (const call of tally.calls) expectCall(call, parameters, rateOf, counts);
  foldCells(counts);
  return counts;
}

function rateOfCells({ sources, presence }: SiteTally, parameters: CallParameters): RateOfCell {
  const rates = new Float64Array(sources.length * deviceKinds.length * ageBins * 2);
  const { weight } = parameters.onPage;
  for (let bin = 0; bin < ageBins; bin += 1) {
    const densities = parameters.delays.map((part) => Math.exp(logSpreadDensity(part, binAge(bin))));
    const present = presence[bin] ?? 0;
    const mean = present * weight + 1 - present;
    for (const [device, kind] of deviceKinds.entries()) {
      const weights = parameters.weights[kind];
      const sight = densities.reduce((sum, density, part) => sum + density * (weights[part] ?? 0), 0) / mean;
      for (const [source, name] of sources.entries()) {
        const cell = ((source * deviceKinds.length + device) * ageBins + bin) * 2;
        rates[cell] = lookUp(parameters.calls, name, parameters.callsElse) * sight;
        rates[cell + 1] = (rates[cell] ?? 0) * weight;
      }
    }
  }
  return rates;
}

function expectCall(call: CallTally, parameters: CallParameters, rateOf: RateOfCell, counts: ExpectedCounts): void {
  const region = regionWeights(parameters.regions, call.callerRegion);
  const regions = [region.same, region.other, region.unknown] as const;
  const { cells, counts: visitsOf, ends } = call;
  const byRegion = [0, 0, 0];
  let visits = 0;
  for (let run = 0, nth = 0; run < 3; run += 1) {
    let sum = 0;
    for (const end = ends[run] ?? 0; nth < end; nth += 1) {
      sum += (visitsOf[nth] as number) * (rateOf[cells[nth] as number] as number);
    }
    byRegion[run] = sum * (regions[run] ?? 1);
    visits += byRegion[run] ?? 0;
  }
  const tapRates = call.taps.map(
    ({ agoMs, region: at }) =>
      parameters.tapCalls * Math.exp(logDelayDensity(parameters.tapDelays, agoMs)) * (regions[at] ?? 1),
  );
  const taps = tapRates.reduce((sum, rate) => sum + rate, 0);
  const known = Math.exp(logKnown(parameters.history, call));
  const nobody = known * parameters.strangers * region.stranger;
  const returning = Math.exp(logRedialRate(parameters.history, call));
  const total = known * (visits + taps) + nobody + returning;
  const share = known / total;
  counts.logLikelihood += Math.log(total);
  for (let run = 0, nth = 0; run < 3; run += 1) {
    const part = share * (regions[run] ?? 1);
    byRegion[run] = (byRegion[run] ?? 0) * share;
    for (const end = ends[run] ?? 0; nth < end; nth += 1) {
      const cell = cells[nth] as number;
      const amount = (visitsOf[nth] as number) * (rateOf[cell] as number) * part;
      counts.cells[cell] = (counts.cells[cell] as number) + amount;
    }
  }
  for (const [nth, rate] of tapRates.entries()) {
    const at = call.taps[nth]?.region ?? same;
    byRegion[at] = (byRegion[at] ?? 0) + rate * share;
  }
  addTaps(counts, call, tapRates, share, parameters);
  divideRegions(counts, call.callerRegion, byRegion, nobody / total, parameters);
  counts.nobody += nobody / total;
  counts.returning += returning / total;
  if (returning > 0) counts.redials.push({ call, part: returning / total });
  const ofVisits = (visits + taps) * share;
  if (call.hasCaller) counts.callerVisits += ofVisits;
  if (call.earlierCallsAgoMs.length > 0) counts.comeBacks.push({ call, part: ofVisits });
}
