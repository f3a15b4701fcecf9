import type { NewProof, Proof } from "../consent/proof.ts";
import type { AccountId, CallId } from "../ids.ts";

/** Append-only, hash-chained per account: no method changes or deletes a proof, and the database role may not either. */
export interface ProofStore {
  /** Appends the proof; the same call, kind and key a second time answers the first one. */
  append(account: AccountId, proof: NewProof): Promise<Proof>;
  /** The proofs of a call by their sequence. */
  ofCall(account: AccountId, call: CallId): Promise<readonly Proof[]>;
  /** The chain in order: at most 500 proofs after this sequence. Fewer than 500 are its end. */
  chain(account: AccountId, after: number): Promise<readonly Proof[]>;
  /** The newest proofs first: at most `limit` before this sequence, or from the end of the chain. */
  latest(account: AccountId, before: number | undefined, limit: number): Promise<readonly Proof[]>;
  /** Walks the chain; answers the sequence of the first broken link, or undefined. */
  firstBroken(account: AccountId): Promise<number | undefined>;
}
