import type { CallMatch, Probability } from "../call-match.ts";
import type { CallParameters } from "../call-parameters.ts";
import { nameMatch } from "../name-match.ts";
import { shareRates } from "../share-rates.ts";
import { logKnown, logRedialRate } from "../weigh-history.ts";
import { rateTable, type RateTable } from "../weigh-holding.ts";
import { regionWeights } from "../weigh-region.ts";
import type { CallSituation, Shown } from "./call-situation.ts";

/** Who called, in the shape of `ringtrail attribution replay`. All probabilities add up to one. */
export interface ReplayAnswer {
  readonly id: string;
  readonly match: CallMatch["kind"];
  readonly confidence: Probability;
  /** Most probable first. */
  readonly candidates: readonly ReplayCandidate[];
  readonly returning: Probability;
  readonly nobody: Probability;
}

/** A visit that may have called. */
export interface ReplayCandidate {
  readonly visit: string;
  readonly source: string;
  readonly probability: Probability;
}

/** How a call is answered from what was known when it rang. */
export type Judge = (situation: CallSituation) => ReplayAnswer;

/** A judge of a replay's calls as `matchCall` is of the product's, without the reasons. */
export function posterior(parameters: CallParameters): Judge {
  const table = rateTable(parameters);
  return (situation) => judge(situation, parameters, table);
}

function judge(situation: CallSituation, parameters: CallParameters, table: RateTable): ReplayAnswer {
  const { call, shown, lastHeldAt } = situation;
  const history = historyOf(situation);
  const known = logKnown(parameters.history, history);
  const regions = regionWeights(parameters.regions, call.callerRegion);
  const [same, other] = [Math.log(regions.same), Math.log(regions.other)];
  const rates = shown.map((one) => {
    const region =
      one.region === undefined || call.callerRegion === undefined ? 0 : one.region === call.callerRegion ? same : other;
    return known + region + table.rate(sightingAt(one, call.at));
  });
  const shares = shareRates({
    visits: rates,
    nobody: known + Math.log(parameters.strangers * regions.stranger),
    returning: logRedialRate(parameters.history, history),
  });
  const candidates = shown
    .map(({ visit, source }, nth) => ({ visit: visit.id, source, probability: shares.visits[nth] ?? 0, nth }))
    .toSorted((a, b) => b.probability - a.probability || b.nth - a.nth);
  const [first] = candidates;
  const tappedAt = first && shown[first.nth]?.tappedAt;
  const tappedAgoMs = tappedAt === undefined ? undefined : call.at - tappedAt;
  const leader = first && { probability: first.probability, isSole: shares.sole === first.nth, tappedAgoMs };
  const lastHeldAgoMs = lastHeldAt === undefined ? undefined : Math.max(0, call.at - lastHeldAt);
  const { confidence, returning, nobody } = shares;
  return {
    id: call.id,
    match: nameMatch({ sourceTouch: undefined, lastHeldAgoMs }, leader, shares),
    confidence,
    candidates: candidates.map(({ visit, source, probability }) => ({ visit, source, probability })),
    returning,
    nobody,
  };
}

/** The caller's history in the words of the posterior. */
export function historyOf({ call, earlier, ringsOnNumber, people }: CallSituation) {
  const ago = ({ at }: { readonly at: number }) => call.at - at;
  return {
    earlierCallsAgoMs: earlier.map(ago),
    earlierOnNumberAgoMs: earlier.filter(({ number }) => number === call.number).map(ago),
    ringsOnNumber,
    people,
  };
}

function sightingAt({ source, device, at, visit, tappedAt }: Shown, now: number) {
  return {
    kind: source,
    device,
    shownAgoMs: now - at,
    seenAgoMs: Math.max(0, now - visit.seenAt),
    hiddenAgoMs: visit.hiddenAt === undefined ? undefined : now - visit.hiddenAt,
    tappedAgoMs: tappedAt === undefined ? undefined : now - tappedAt,
  };
}
