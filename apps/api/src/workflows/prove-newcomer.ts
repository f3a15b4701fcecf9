import type { AccountId, CallId, Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";

/** Somebody who joined a recorded call and was told of the recording. */
export interface ToldNewcomer {
  readonly account: AccountId;
  readonly call: CallId;
  readonly who: string;
  readonly at: Instant;
  /** By a sentence of ours before being connected, or as somebody reports it. */
  readonly how: "whisper" | "reported";
}

/**
 * Writes down that a newcomer was told, before the recording may go on. It repeats the wording under which the recording
 * was allowed: that is what they have to know. A call that was never allowed to record needs no such proof.
 */
export async function proveNewcomer(
  { proofs }: Pick<Deps, "proofs">,
  { account, call, who, at, how }: ToldNewcomer,
): Promise<void> {
  const allowed = (await proofs.ofCall(account, call)).find(({ kind }) => kind === "recording_allowed");
  if (allowed === undefined) return;
  const { decision, wording, wordingSha256, language } = allowed;
  const facts = { party: "newcomer", told: how, startedAt: at } as const;
  const key = `newcomer:${who}`;
  await proofs.append(account, { call, kind: "told", key, at, decision, wording, wordingSha256, language, facts });
}
