import { faultOfLink, type ChainEnd, type LinkCheck, type LinkFault } from "../hash-chain.ts";
import type { CallId } from "../ids.ts";
import { proofText, type Proof } from "./proof.ts";

/** The first link of a chain of proofs that does not hold. */
export interface BrokenLink extends LinkFault {
  /** The call of the proof that stands there; undefined when it is missing. */
  readonly call: CallId | undefined;
}

/**
 * Checks the next link of a chain.
 *
 * @param sha256 of a text in UTF-8, hex: the core brings no cryptography.
 */
export function checkLink(before: ChainEnd, proof: Proof, sha256: (text: string) => string): LinkCheck<BrokenLink> {
  const { sequence, hash, call } = proof;
  const fault = faultOfLink(before, proof, sha256(proofText(proof)));
  if (fault === undefined) return { ok: true, value: { sequence, hash } };
  return { ok: false, reason: { ...fault, call: fault.why === "missing" ? undefined : call } };
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
