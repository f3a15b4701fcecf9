import { Phi, type AccountId, type CallId } from "@ringtrail/core";
import {
  decideRecording,
  newcomerLacks,
  resolvePlace,
  strictestDecision,
  type Jurisdiction,
  type NewcomerLacks,
  type Proof,
  type ProofFacts,
  type RecordingDecision,
} from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";

/** Somebody who joined a call and was told of its recording. */
export interface NewcomerToJudge {
  readonly account: AccountId;
  readonly call: CallId;
  /** Undefined where nobody says it. */
  readonly place: Jurisdiction | undefined;
  readonly hasAgreed: boolean;
}

/** What a newcomer's place makes of the call. */
export interface NewcomerJudged {
  readonly decision: RecordingDecision;
  /** What was asked; undefined where nothing could be. */
  readonly inputs: ProofFacts["inputs"];
  /** What keeps the recording resting; undefined when nothing does. */
  readonly lacks: NewcomerLacks | undefined;
}

/**
 * Decides the call anew with the newcomer on it: what was known when it rang, as its first proof has it, and where they
 * are, or that nobody knows. What cannot be asked again is judged as strictly as without a law.
 */
export async function judgeNewcomer(
  { law, care }: Pick<Deps, "law" | "care">,
  { account, call, place, hasAgreed }: NewcomerToJudge,
  proofs: readonly Proof[],
): Promise<NewcomerJudged> {
  const asked = proofs.find(({ kind }) => kind === "decided")?.facts?.inputs;
  const hasSaidYes = proofs.some(({ kind }) => kind === "agreed");
  const flags = {
    ...asked?.flags,
    announcementPlayed: true,
    ...(hasSaidYes ? { activeConsent: true } : {}),
    thirdPartyJoined: place ?? "unknown",
    thirdPartyTold: true,
  };
  if (law === undefined || asked === undefined)
    return { decision: strictestDecision(flags), inputs: undefined, lacks: undefined };
  const inputs = { ...asked, flags };
  const { callerNumber: _given, callerEvidence, ...question } = inputs;
  const number = (await care.caller(account, call))?.number;
  const caller = { ...callerEvidence, number: number && Phi.reveal(number, "care-store") };
  const decided = decideRecording(law, { ...question, caller });
  const rule = place === undefined ? undefined : resolvePlace(law, place, "place");
  if (!decided.ok) return { decision: strictestDecision(flags), inputs, lacks: undefined };
  const lacks = newcomerLacks(decided.value.considered, rule?.ok ? rule.value : undefined, hasAgreed);
  return { decision: decided.value, inputs, lacks };
}
