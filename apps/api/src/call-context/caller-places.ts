import type { AccountId, E164, Instant, NumberId, Phi } from "@ringtrail/core";
import { holdingWindowMs, matchCall, placesOfMatch } from "@ringtrail/core/attribution";
import { resolvePlace, type CallerEvidence, type RecordingDecision, type RuleSet } from "@ringtrail/core/consent";
import { describeError } from "../describe-error.ts";
import type { Deps } from "../deps.ts";
import { withDeadline } from "../survival/deadline.ts";

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

/** How long a ringing call waits for what was declared of its caller. Without it the call is judged more strictly. */
const declarationMs = 400;

/** The places that were declared for the caller's number. What cannot be looked up in time counts as not declared. */
export async function placesDeclared(
  { care, log }: Pick<Deps, "care" | "log">,
  account: AccountId,
  caller: Phi<E164> | undefined,
): Promise<CallerPlaces> {
  if (caller === undefined) return {};
  try {
    return await withDeadline(declarationMs, () => care.placesOf(account, caller));
  } catch (error) {
    log.warn(describeError(error), "a caller's declared places could not be looked up");
    return {};
  }
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
