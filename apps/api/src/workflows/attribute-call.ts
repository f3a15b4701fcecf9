import { between, type CallId, type Instant } from "@ringtrail/core";
import { holdingWindowMs, matchCall } from "@ringtrail/core/attribution";
import type { Caller, NumberRoute } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** A call whose visit is to be found. */
export interface CallToAttribute {
  readonly route: NumberRoute;
  readonly call: CallId;
  readonly rangAt: Instant;
  readonly caller: Caller;
}

/**
 * Keeps the caller on the care side and credits the call: loads every visit that was shown the number, asks the core
 * how likely each of them called by what the site has learned, saves the answer. Runs after the carrier has its answer; a repetition gives the
 * same credit.
 */
export async function attributeCall(deps: Deps, { route, call, rangAt, caller }: CallToAttribute): Promise<void> {
  const { account, number, sourceTouch } = route;
  await deps.care.saveCaller(account, call, caller, rangAt);
  const [holdings, lastHeld, earlier, learned] = await Promise.all([
    deps.visits.holdings(account, number, rangAt, holdingWindowMs),
    deps.visits.lastHeld(account, number, rangAt),
    deps.care.earlierCalls(account, call),
    deps.parameters.latest(account, route.site),
  ]);
  const evidence = {
    sourceTouch,
    holdings,
    earlierCallsAgoMs: earlier.map((at) => between(at, rangAt)),
    lastHeldAgoMs: lastHeld && between(lastHeld, rangAt),
  };
  const match = matchCall(evidence, learned?.parameters);
  await deps.calls.saveMatch(account, call, match, sourceTouch);
  deps.live.publish({ account, kind: "call_matched", call });
}
