import type { AccountId, CallId, Instant } from "@ringtrail/core";
import type { Proof } from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";
import type { NewcomerJudged } from "./judge-newcomer.ts";

/** Somebody who joined a recorded call and was told of the recording. */
export interface ToldNewcomer {
  readonly account: AccountId;
  readonly call: CallId;
  readonly who: string;
  readonly at: Instant;
  /** By a sentence of ours before being connected, or as somebody reports it. */
  readonly how: "whisper" | "reported";
  /** They said yes themselves. */
  readonly hasAgreed: boolean;
}

/**
 * Writes down that a newcomer was told, before the recording may go on: the wording under which the recording was
 * allowed, which is what they have to know, and what was decided with them on the call. A call that was never allowed
 * to record needs no such proof.
 */
export async function proveNewcomer(
  { proofs }: Pick<Deps, "proofs">,
  { account, call, who, at, how, hasAgreed }: ToldNewcomer,
  before: readonly Proof[],
  { decision, inputs }: NewcomerJudged,
): Promise<void> {
  const allowed = before.find(({ kind }) => kind === "recording_allowed");
  if (allowed === undefined) return;
  const { wording, wordingSha256, language } = allowed;
  const facts = { party: "newcomer", told: how, startedAt: at, ...(inputs === undefined ? {} : { inputs }) } as const;
  const key = `newcomer:${who}${hasAgreed ? ":agreed" : ""}`;
  await proofs.append(account, { call, kind: "told", key, at, decision, wording, wordingSha256, language, facts });
}
