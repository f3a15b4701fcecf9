import type { CallMatch, CallOnNumber, Candidate, Holding } from "./call-match.ts";
import { priorParameters, type CallParameters } from "./call-parameters.ts";
import { explainCandidate } from "./explain-candidate.ts";
import { nameMatch } from "./name-match.ts";
import { shareRates } from "./share-rates.ts";
import { logKnown, logRedialRate } from "./weigh-history.ts";
import { rateTable, type Sighting } from "./weigh-holding.ts";
import { regionWeight, regionWeights } from "./weigh-region.ts";

/**
 * Says who called, as probabilities that add up to one: each visit that was shown the number, an earlier caller without
 * a visit, or nobody we know.
 *
 * Each of them is a stream of calls with a rate at the moment of the ring, and the probabilities are the rates' shares.
 * All is worked out in logarithms, so no number of visits and no age makes a rate vanish.
 */
export function matchCall(call: CallOnNumber, parameters: CallParameters = priorParameters): CallMatch {
  const { holdings, callerRegion, sourceTouch } = call;
  const known = logKnown(parameters.history, call);
  const regions = regionWeights(parameters.regions, callerRegion);
  const table = rateTable(parameters);
  const weighed = holdings.map((holding) => {
    const sighting = sightingOf(holding);
    const region = regionWeight(regions, holding.region, callerRegion);
    return { holding, sighting, region, rate: known + Math.log(region) + table.rate(sighting) };
  });
  const strangers = sourceTouch === undefined ? parameters.strangers : parameters.strangersOnSource;
  const shares = shareRates({
    visits: weighed.map(({ rate }) => rate),
    nobody: known + Math.log(strangers * regions.stranger),
    returning: logRedialRate(parameters.history, call),
  });
  const found = weighed
    .map((one, nth) => ({ ...one, probability: shares.visits[nth] ?? 0, isSole: shares.sole === nth }))
    .toSorted((a, b) => b.probability - a.probability || (a.holding.visit < b.holding.visit ? -1 : 1));
  const [first] = found;
  const leader = first && { ...first, tappedAgoMs: first.holding.tappedAgoMs };
  const candidates = found.map((one): Candidate => ({
    visit: one.holding.visit,
    touch: one.holding.touch,
    probability: one.probability,
    factors: explainCandidate(parameters, table, one, call),
  }));
  const { returning, nobody, confidence } = shares;
  return {
    kind: nameMatch(call, leader, shares),
    candidates,
    returning,
    nobody,
    confidence,
    model: parameters.version,
  };
}

function sightingOf(holding: Holding): Sighting {
  const { touch, device, shownAgoMs, seenAgoMs, hiddenAgoMs, tappedAgoMs, copiedAgoMs } = holding;
  return { kind: touch.channel, device, shownAgoMs, seenAgoMs, hiddenAgoMs, tappedAgoMs, copiedAgoMs };
}
