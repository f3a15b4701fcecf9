import type { AccountId, CallId } from "../ids.ts";
import type { RecordingDecision } from "../consent/decide-recording.ts";
import type { Instant } from "../time.ts";

/** What was decided, said and heard before a recording, as it is first written. */
export interface NewProof {
  readonly call: CallId;
  /** `decided` when the call rang, `heard` when the notice was heard to its end, `refused`, `recording_allowed`. */
  readonly kind: "decided" | "heard" | "refused" | "recording_allowed";
  readonly at: Instant;
  readonly decision: RecordingDecision;
  readonly wording: string;
  /** SHA-256 of the wording, hex. */
  readonly wordingSha256: string;
  readonly language: string;
}

/** A proof in the account's chain. */
export interface Proof extends NewProof {
  /** 1, 2, 3... without a gap in one account. */
  readonly sequence: number;
  /** SHA-256 over the previous hash and this row, hex. */
  readonly hash: string;
  readonly previousHash: string;
}

/** Append-only, hash-chained per account: no method changes or deletes a proof, and the database role may not either. */
export interface ProofStore {
  /** Appends the proof; the same call and kind a second time answers the first one. */
  append(account: AccountId, proof: NewProof): Promise<Proof>;
  ofCall(account: AccountId, call: CallId): Promise<readonly Proof[]>;
  /** Walks the chain; answers the sequence of the first broken link, or undefined. */
  firstBroken(account: AccountId): Promise<number | undefined>;
}
