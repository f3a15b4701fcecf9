import { createHash } from "node:crypto";
import { Phi, type CallId, type E164, type Instant } from "@ringtrail/core";
import {
  decideRecording,
  strictestDecision,
  type NewProof,
  type RecordingDecision,
  type RecordingFlags,
  type RuleSet,
} from "@ringtrail/core/consent";
import type { NumberRoute } from "@ringtrail/core/ports";

/**
 * Asks the core whether this call may be recorded. Without a rule set, or when the question cannot be decided, the
 * strictest answer that needs no law counts: announce.
 */
export function decideForCall(
  law: RuleSet | undefined,
  route: Pick<NumberRoute, "businessPlaces">,
  caller: Phi<E164> | undefined,
  flags: RecordingFlags = {},
): RecordingDecision {
  if (law === undefined) return strictestDecision(flags);
  const ask = (number: E164 | undefined) =>
    decideRecording(law, {
      businessJurisdictions: route.businessPlaces,
      channel: "phone",
      direction: "inbound",
      caller: { number },
      flags,
    });
  // The law is about the caller's place; the decision that comes back does not repeat the number.
  const asked = ask(caller && Phi.reveal(caller, "care-store"));
  const decided = !asked.ok && asked.reason.code === "phone_malformed" ? ask(undefined) : asked;
  return decided.ok ? decided.value : strictestDecision(flags);
}

/** A proof about this call's notice, ready to be appended. */
export function proofOf(
  route: Pick<NumberRoute, "flow">,
  call: CallId,
  kind: NewProof["kind"],
  decision: RecordingDecision,
  at: Instant,
): NewProof {
  const { text, language } = route.flow.announcement;
  const wordingSha256 = createHash("sha256").update(text).digest("hex");
  return { call, kind, at, decision, wording: text, wordingSha256, language };
}
