import { err, ok, type AccountId, type CallId, type E164, type NumberId, type Result } from "@ringtrail/core";
import { leadingCandidate } from "@ringtrail/core/attribution";
import type { Deps } from "../deps.ts";
import type { CallToShow } from "../show/show-call-detail.ts";

/** The call page's question. */
export interface CallAsked {
  readonly account: AccountId;
  readonly call: CallId;
  /** Who looks: named in the audit log when the caller is shown in full. */
  readonly actor: string;
  readonly maySeeCaller: boolean;
}

/** Loads everything the page of one call shows. A look at a caller's full number is written down before it is given. */
export async function loadCall(
  deps: Deps,
  { account, call: id, actor, maySeeCaller }: CallAsked,
): Promise<Result<CallToShow, { readonly code: "call_unknown" }>> {
  const call = await deps.calls.facts(account, id);
  // A call in healthcare mode is the care side's: who may see no caller sees no call.
  if (call === undefined || (call.isHealthcare === true && !maySeeCaller)) return err({ code: "call_unknown" });
  const leading = leadingCandidate(call.match);
  const [numbers, story, caller, proofs, recording] = await Promise.all([
    loadNumbers(deps, account),
    leading && deps.visits.story(account, leading.visit),
    deps.care.caller(account, id),
    deps.proofs.ofCall(account, id),
    deps.care.recordingOf(account, id),
  ]);
  if (maySeeCaller && caller?.number !== undefined) {
    await deps.accounts.audit(account, { actor, action: "caller.seen", object: id, at: deps.now(), facts: {} });
  }
  return ok({ call, numbers, story, caller, maySeeCaller, proofs, recording, law: deps.law });
}

/** Every tracking number of the account by its id. */
export async function loadNumbers(
  { pools, now }: Pick<Deps, "pools" | "now">,
  account: AccountId,
): Promise<ReadonlyMap<NumberId, E164>> {
  return new Map((await pools.states(account, now())).map(({ number, e164 }) => [number, e164]));
}
