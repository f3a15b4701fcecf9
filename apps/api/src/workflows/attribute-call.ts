import { after, between, type AccountId, type CallId, type Instant, type NumberId } from "@ringtrail/core";
import {
  callerHistory,
  holdingWindowMs,
  isOfThisModel,
  matchCall,
  priorParameters,
  type CallMatch,
  type Holding,
} from "@ringtrail/core/attribution";
import type { Caller, NumberRoute } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { regionOfCaller } from "./region-of-caller.ts";

/** A call whose visit is to be found. */
export interface CallToAttribute {
  readonly route: NumberRoute;
  readonly call: CallId;
  readonly rangAt: Instant;
  readonly caller: Caller;
}

/**
 * Keeps the caller on the care side and credits the call: loads every visit that was shown the number, asks the core
 * how likely each of them called by what the site has learned and what is known of the caller, saves the answer. Runs after the carrier has its answer; a repetition gives the
 * same credit.
 */
export async function attributeCall(deps: Deps, { route, call, rangAt, caller }: CallToAttribute): Promise<void> {
  const { account, number, sourceTouch } = route;
  await deps.care.saveCaller(account, call, caller, rangAt);
  // In healthcare mode no visit is kept; one of before is not to be tied to who calls now.
  const isJoined = route.flow.isHealthcare !== true;
  const [holdings, lastHeld, history, learned] = await Promise.all([
    isJoined ? deps.visits.holdings(account, number, rangAt, holdingWindowMs) : [],
    isJoined ? deps.visits.lastHeld(account, number, rangAt) : undefined,
    historyOf(deps, account, { call, number, rangAt }),
    deps.parameters.latest(account, route.site),
  ]);
  const evidence = {
    sourceTouch,
    holdings,
    ...history,
    callerRegion: regionOfCaller(deps.law, caller.number),
    lastHeldAgoMs: lastHeld && between(lastHeld, rangAt),
  };
  const match = matchCall(
    evidence,
    learned && isOfThisModel(learned.parameters) ? learned.parameters : priorParameters,
  );
  await deps.calls.saveMatch(account, call, match, sourceTouch);
  deps.live.publish({ account, kind: "call_matched", call });
}

/**
 * Credits a call that has ended, if it has no credit yet (the server died between its ring and its match) or if a page
 * has told a tap before the ring only since then: a phone that dials sends what its browser holds back afterwards.
 */
export async function attributeEnded(
  deps: Deps,
  { route, call, caller }: Omit<CallToAttribute, "rangAt">,
): Promise<void> {
  const { account, number } = route;
  const facts = await deps.calls.facts(account, call);
  if (facts === undefined) return;
  const { rangAt, match } = facts;
  if (match !== undefined && route.flow.isHealthcare === true) return;
  if (match !== undefined && !hasLateTap(match, await deps.visits.holdings(account, number, rangAt, holdingWindowMs)))
    return;
  await attributeCall(deps, { route, call, rangAt, caller });
}

/** Every tap that was known when the call was judged stands among its visit's reasons. */
function hasLateTap({ candidates }: CallMatch, holdings: readonly Holding[]): boolean {
  return holdings.some(({ visit, tappedAgoMs }) => {
    const reasons = candidates.find((candidate) => candidate.visit === visit)?.factors ?? [];
    return tappedAgoMs !== undefined && !reasons.some(({ name }) => name === "tel_tap");
  });
}

/** What is known of the caller from earlier calls. The care side knows which they were, this side what they rang. */
async function historyOf(
  { care, calls }: Pick<Deps, "care" | "calls">,
  account: AccountId,
  { call, number, rangAt }: { readonly call: CallId; readonly number: NumberId; readonly rangAt: Instant },
): Promise<ReturnType<typeof callerHistory>> {
  const earlier = await care.earlierCalls(account, call);
  if (earlier.length === 0) return { earlierCallsAgoMs: [] };
  const window = { from: after(rangAt, -holdingWindowMs), before: rangAt };
  const ids = earlier.map((ring) => ring.call);
  const [rings, people] = await Promise.all([
    calls.ringsOn(account, number, ids, window),
    care.callersBefore(account, call, window.from),
  ]);
  return callerHistory({ rangAt, earlier, onNumber: rings.these, ringsOnNumber: rings.inWindow, people });
}
