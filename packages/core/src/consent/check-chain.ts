import type { CallId } from "../ids.ts";
import { firstPreviousHash, proofText, type Proof } from "./proof.ts";

/** Where a chain stands: the sequence and hash of its last good link. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** The first link of a chain that does not hold. */
export interface BrokenLink {
  readonly sequence: number;
  /**
   * `missing`: the proof of this sequence is not there. `rewritten`: what it says is not what was hashed.
   * `foreign`: it does not follow the proof before it, so one of them was put in another's place.
   */
  readonly why: "missing" | "rewritten" | "foreign";
  /** The call of the proof that stands there; undefined when it is missing. */
  readonly call: CallId | undefined;
}

/** The end of a chain without a link. */
export const chainStart: ChainEnd = { sequence: 0, hash: firstPreviousHash };

/**
 * Checks the next link of a chain.
 *
 * @param sha256 of a text in UTF-8, hex: the core brings no cryptography.
 */
export function checkLink(
  before: ChainEnd,
  proof: Proof,
  sha256: (text: string) => string,
): { readonly ok: true; readonly value: ChainEnd } | { readonly ok: false; readonly reason: BrokenLink } {
  const { sequence, hash, previousHash, call } = proof;
  const broken = (why: "rewritten" | "foreign") => ({ ok: false, reason: { sequence, why, call } }) as const;
  if (sequence !== before.sequence + 1) {
    return { ok: false, reason: { sequence: before.sequence + 1, why: "missing", call: undefined } };
  }
  if (previousHash !== before.hash) return broken("foreign");
  return hash === sha256(proofText(proof)) ? { ok: true, value: { sequence, hash } } : broken("rewritten");
}

/**
 * Checks proofs that are some of a chain, such as those of one call: each must be what was hashed, and follow the one
 * before it where they are neighbours. What lies between them is not seen.
 */
export function checkSomeLinks(proofs: readonly Proof[], sha256: (text: string) => string): BrokenLink | undefined {
  let before: ChainEnd | undefined;
  for (const proof of proofs.toSorted((a, b) => a.sequence - b.sequence)) {
    const follows = before?.sequence === proof.sequence - 1;
    const from = follows && before ? before : { sequence: proof.sequence - 1, hash: proof.previousHash };
    const checked = checkLink(from, proof, sha256);
    if (!checked.ok) return checked.reason;
    before = checked.value;
  }
  return undefined;
}
