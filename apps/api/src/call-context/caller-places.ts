import type { AccountId, Instant, NumberId } from "@ringtrail/core";
import { holdingWindowMs, matchCall, placesOfMatch } from "@ringtrail/core/attribution";
import { resolvePlace, type CallerEvidence, type RecordingDecision, type RuleSet } from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";

/** Where a caller may be, besides what the number says. */
export type CallerPlaces = Pick<CallerEvidence, "declared" | "billing" | "visits">;

/** A number that rings. */
export interface RingingNumber {
  readonly account: AccountId;
  readonly number: NumberId;
  readonly rangAt: Instant;
}

/**
 * The places of the visits that may be calling, likeliest first. Asked before the caller has an answer, so it is one
 * look-up; what only the whole match knows (earlier calls, what the site has learned) is left out of the probability.
 */
export async function placesOfVisits(
  { visits }: Pick<Deps, "visits">,
  { account, number, rangAt }: RingingNumber,
): Promise<CallerPlaces> {
  const holdings = await visits.holdings(account, number, rangAt, holdingWindowMs);
  if (holdings.every(({ region }) => region === undefined)) return {};
  const call = { sourceTouch: undefined, holdings, earlierCallsAgoMs: [], lastHeldAgoMs: undefined };
  const places = placesOfMatch(matchCall(call), holdings);
  return places.length === 0 ? {} : { visits: places };
}

/** What an earlier decision of the same call knew of the caller's place: a call is judged by one evidence throughout. */
export function placesDecided(decision: Pick<RecordingDecision, "considered"> | undefined): CallerPlaces {
  const of = (wanted: "visit" | "billing" | "stated") =>
    (decision?.considered ?? []).filter(({ party, evidence }) => party === "caller" && evidence === wanted);
  const [declared] = of("stated");
  const [billing] = of("billing");
  const visits = of("visit").map(({ place, probability = 0 }) => ({ place, probability }));
  return {
    ...(declared === undefined ? {} : { declared: declared.place }),
    ...(billing === undefined ? {} : { billing: billing.place }),
    ...(visits.length === 0 ? {} : { visits }),
  };
}

/**
 * The places of visits in codes the law knows. They come from data about networks, which names parts of a country no
 * law does: then the country counts, and what is no country says nothing. One odd code must not undo a decision.
 */
export function inCodesOf(law: RuleSet, { visits = [], ...others }: CallerPlaces): CallerPlaces {
  const known = visits.flatMap(({ place, probability }) => {
    const code = [place, place.slice(0, 2)].find((one) => resolvePlace(law, one, "caller.visits").ok);
    return code === undefined ? [] : [{ place: code, probability }];
  });
  return known.length === 0 ? others : { ...others, visits: known };
}
