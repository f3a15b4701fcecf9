import type { NewProof, Proof } from "../consent/proof.ts";
import type { AccountId, CallId } from "../ids.ts";

/** Which chain: that of the marketing side, or that of calls to sites in healthcare mode, which only `care` may read. */
export type ProofSide = "marketing" | "care";

/**
 * Append-only, one hash chain per account and side: no method changes or deletes a proof, and the database role may not
 * either. A proof stands on the side its call lies on. Where no side is named, the marketing side's is meant.
 */
export interface ProofStore {
  /** Appends the proof; the same call, kind and key a second time answers the first one. */
  append(account: AccountId, proof: NewProof): Promise<Proof>;
  /** The proofs of a call by their sequence. */
  ofCall(account: AccountId, call: CallId): Promise<readonly Proof[]>;
  /** The chain in order: at most 500 proofs after this sequence. Fewer than 500 are its end. */
  chain(account: AccountId, after: number, side?: ProofSide): Promise<readonly Proof[]>;
  /** The newest proofs of the marketing side first: at most `limit` before this sequence, or from the end of the chain. */
  latest(account: AccountId, before: number | undefined, limit: number): Promise<readonly Proof[]>;
  /** Walks the chain; answers the sequence of the first broken link, or undefined. */
  firstBroken(account: AccountId, side?: ProofSide): Promise<number | undefined>;
}
