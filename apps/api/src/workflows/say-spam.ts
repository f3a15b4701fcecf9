import type { SpamShown } from "@ringtrail/api-contract";
import { err, ok, type AccountId, type CallId, type Result } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import { showJudged } from "../show/show-spam.ts";

/** A person's word on whether a call is spam. */
export interface SpamWordGiven {
  readonly account: AccountId;
  readonly call: CallId;
  readonly isSpam: boolean;
  /** Who says so: kept with the word. */
  readonly actor: string;
}

/**
 * Keeps a person's word on a call. The last word counts over every score, and the caller's next calls are judged by it.
 * The call stays where every call is.
 */
export async function saySpam(
  deps: Pick<Deps, "calls" | "live" | "newId" | "now">,
  { account, call, isSpam, actor }: SpamWordGiven,
): Promise<Result<SpamShown, { readonly code: "call_unknown" }>> {
  if ((await deps.calls.facts(account, call)) === undefined) return err({ code: "call_unknown" });
  const event = { kind: "spam_said", at: deps.now(), key: deps.newId(), isSpam, by: actor } as const;
  const { state } = await deps.calls.append(account, call, event);
  deps.live.publish({ account, kind: "call_changed", call });
  return ok(showJudged(state));
}
