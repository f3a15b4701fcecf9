import { createHash } from "node:crypto";
import type { AccountId } from "@ringtrail/core";
import { chainStart, checkLink, type BrokenLink, type ChainEnd, type Proof } from "@ringtrail/core/consent";
import type { ProofStore } from "@ringtrail/core/ports";

/** What a walk along a chain found. */
export interface Walked {
  /** The last link that holds. */
  readonly end: ChainEnd;
  /** The first that does not; undefined when all do. */
  readonly broken: BrokenLink | undefined;
}

/** SHA-256 of a text in UTF-8, hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Walks along a chain from its first link to its end or its first break. */
export async function walkChain(chain: AsyncIterable<Proof> | Iterable<Proof>): Promise<Walked> {
  let end = chainStart;
  for await (const proof of chain) {
    const checked = checkLink(end, proof, sha256);
    if (!checked.ok) return { end, broken: checked.reason };
    end = checked.value;
  }
  return { end, broken: undefined };
}

/** The chain of an account, a piece in memory at a time. */
export async function* readChain(proofs: ProofStore, account: AccountId): AsyncGenerator<Proof> {
  let after = 0;
  for (;;) {
    const piece = await proofs.chain(account, after);
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}
