import { createHash } from "node:crypto";
import type { CallId, Instant } from "@ringtrail/core";
import { announcementFor, type CallFlow, type Words } from "@ringtrail/core/call-flow";
import type { NewProof, ProofFacts, ProofKind, RecordingDecision } from "@ringtrail/core/consent";

/** What a proof is about. */
export interface ProofOf {
  readonly call: CallId;
  readonly kind: ProofKind;
  readonly at: Instant;
  readonly decision: RecordingDecision;
  readonly flow: CallFlow;
  /** What was said; undefined is the announcement of this call. */
  readonly words?: Words | undefined;
  readonly key?: string | undefined;
  readonly facts?: ProofFacts | undefined;
}

/** A proof, ready to be appended. */
export function proofOf({ call, kind, at, decision, flow, words, key, facts }: ProofOf): NewProof {
  const { text, language, sound } = words ?? announcementFor(flow, decision);
  const wordingSha256 = createHash("sha256").update(text).digest("hex");
  const told = sound === undefined ? facts : { ...facts, soundSha256: sound };
  return {
    call,
    kind,
    at,
    decision,
    wording: text,
    wordingSha256,
    language,
    ...(key === undefined ? {} : { key }),
    ...(told === undefined ? {} : { facts: told }),
  };
}
