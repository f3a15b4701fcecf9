import { expect, test } from "vitest";
import { aProof } from "../../testing/index.ts";
import { sha256 } from "../../testing/memory-proof-store.ts";
import { chainStart, type ChainEnd } from "../hash-chain.ts";
import { checkLink, checkSomeLinks, proofText, type Proof } from "./index.ts";

/** A chain of this many links, whole. */
function aChain(length: number): readonly Proof[] {
  const chain: Proof[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = chain.at(-1)?.hash ?? chainStart.hash;
    const link = { ...aProof({ wording: `notice ${sequence}` }), sequence, previousHash };
    chain.push({ ...link, hash: sha256(proofText(link)) });
  }
  return chain;
}

function walk(chain: readonly Proof[]) {
  let end: ChainEnd = chainStart;
  for (const proof of chain) {
    const checked = checkLink(end, proof, sha256);
    if (!checked.ok) return checked.reason;
    end = checked.value;
  }
  return end;
}

test("a whole chain ends with its last link", () => {
  const chain = aChain(4);

  expect(walk(chain)).toEqual({ sequence: 4, hash: chain[3]?.hash });
});

test("a link that was taken out, rewritten, or put in with a hash of its own is named, with the reason", () => {
  const chain = aChain(4);
  const rewritten = chain.map((proof) => (proof.sequence === 3 ? { ...proof, wording: "as we wish" } : proof));
  const rehashed = rewritten.map((proof) =>
    proof.sequence === 3 ? { ...proof, hash: sha256(proofText(proof)) } : proof,
  );

  expect(walk(chain.filter(({ sequence }) => sequence !== 2))).toEqual({
    sequence: 2,
    why: "missing",
    call: undefined,
  });
  expect(walk(rewritten)).toMatchObject({ sequence: 3, why: "rewritten", call: chain[2]?.call });
  expect(walk(rehashed)).toMatchObject({ sequence: 4, why: "foreign" });
});

test("some of a chain holds when each is what was hashed and neighbours follow each other", () => {
  const [first, second, , fourth] = aChain(4) as [Proof, Proof, Proof, Proof];
  const forged = { ...second, previousHash: "f".repeat(64) };

  expect(checkSomeLinks([fourth, first, second], sha256)).toBeUndefined();
  expect(checkSomeLinks([], sha256)).toBeUndefined();
  expect(checkSomeLinks([{ ...fourth, wording: "as we wish" }], sha256)).toMatchObject({
    sequence: 4,
    why: "rewritten",
  });
  expect(checkSomeLinks([first, { ...forged, hash: sha256(proofText(forged)) }], sha256)).toMatchObject({
    sequence: 2,
    why: "foreign",
  });
});
