import { canonicalText } from "../hash-chain.ts";
import type { CallId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { RecordingDecision } from "./recording-decision.ts";
import type { CallerEvidence, RecordingQuestion } from "./recording-question.ts";

/**
 * What a proof proves.
 *
 * `decided`: the call rang and this was decided. `heard`: the notice was heard to its end. `agreed`, `declined`: the
 * answer to the question for a yes. `refused`: the caller refused. `recording_allowed`: the carrier may record from
 * now on. `told`: a party was told otherwise than by the notice (see `facts.told`). `repeated`: the notice was heard
 * again inside the recording. `recording_started`, `paused`, `resumed`: what the carrier confirmed. `unrecorded`: the
 * call went on without a recording, and the decision says why.
 */
export type ProofKind =
  | "decided"
  | "heard"
  | "agreed"
  | "declined"
  | "refused"
  | "recording_allowed"
  | "told"
  | "repeated"
  | "recording_started"
  | "paused"
  | "resumed"
  | "unrecorded";

/** What else a proof says. Every field is absent where it does not apply. Holds no personal data of the caller. */
export interface ProofFacts {
  /** What the decision looked at; the caller's number itself is care data and only its presence is told. */
  readonly inputs?: (Omit<RecordingQuestion, "caller"> & ProofCaller) | undefined;
  /** Who was told, asked or has joined. */
  readonly party?: "caller" | "business" | "newcomer" | undefined;
  /** How: `notice` before the recording, `repeat` inside it, `whisper` before being connected, `standing` on file,
   * `reported` by whoever let them join. */
  readonly told?: "notice" | "question" | "repeat" | "whisper" | "standing" | "reported" | undefined;
  /** By the carrier's events, where they tell it; else when we gave the instruction. A whisper ends with the recording's
   * beginning at the latest, because the two are connected after it. */
  readonly startedAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  /** It had ended by then, and the carrier does not say when: that both were connected, which is after the last word, is
   * told when their talk is over. */
  readonly finishedBy?: Instant | undefined;
  /** The answer to the question, or to the notice's offer of a key. */
  readonly answer?: { readonly how: "key" | "speech" | "silence"; readonly heard?: string | undefined } | undefined;
  /** SHA-256 of the original of the sound that was played, hex; absent when the carrier's voice spoke. */
  readonly soundSha256?: string | undefined;
  /** Who was told beforehand, and when, as it is on file. */
  readonly standing?: { readonly person: string; readonly toldAt: Instant; readonly textSha256: string } | undefined;
  /** Whose voice the recording holds. */
  readonly sides?: "both" | "business" | undefined;
  /** Why a recording rested, and who asked. */
  readonly pause?: { readonly why: "card_data" | "newcomer"; readonly by: string } | undefined;
}

/** What was known of the caller, without the number. */
export interface ProofCaller {
  readonly callerNumber: "given" | "withheld";
  /** Absent when nothing was known but the number. */
  readonly callerEvidence?: Omit<CallerEvidence, "number"> | undefined;
}

/** What was decided, said and heard before and during a recording, as it is first written. */
export interface NewProof {
  readonly call: CallId;
  readonly kind: ProofKind;
  /** Tells apart proofs of one kind in one call: the carrier's key of the pause, the party that was told. */
  readonly key?: string | undefined;
  readonly at: Instant;
  readonly decision: RecordingDecision;
  readonly wording: string;
  /** SHA-256 of the wording, hex. */
  readonly wordingSha256: string;
  readonly language: string;
  readonly facts?: ProofFacts | undefined;
}

/** A proof in the account's chain. */
export interface Proof extends NewProof {
  /** 1, 2, 3... without a gap in one account. */
  readonly sequence: number;
  /** SHA-256 of `proofText(proof)`, UTF-8, hex: anybody can work it out again from an export. */
  readonly hash: string;
  /** The hash before; that of `chainStart` for the first proof of an account. */
  readonly previousHash: string;
}

/**
 * The text whose SHA-256 is a proof's hash: JSON with the keys of every object in alphabetical order and no spaces.
 * Absent fields are left out.
 *
 * It covers every field but the hash itself, so changing, adding or leaving out a proof breaks the chain from there on.
 */
export function proofText(proof: Omit<Proof, "hash">): string {
  const { call, kind, key, at, decision, wording, wordingSha256, language, facts, sequence, previousHash } = proof;
  return canonicalText({
    call,
    kind,
    key,
    at,
    decision,
    wording,
    wordingSha256,
    language,
    facts,
    sequence,
    previousHash,
  });
}
