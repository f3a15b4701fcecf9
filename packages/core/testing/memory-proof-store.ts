import { createHash } from "node:crypto";
import { proofText, type Proof } from "../src/consent/index.ts";
import type { ProofSide, ProofStore } from "../src/ports/index.ts";
import { chainStart, type AccountId } from "../src/index.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The proofs port in memory. */
export function memoryProofStore(state: MemoryState): ProofStore {
  const chainOf = (account: AccountId, side: ProofSide) =>
    state.proofs.filter((row) => row.account === account && row.side === side).map((row) => row.proof);
  return {
    append: async (account, proof) => {
      const of = demand(
        state.calls.find((row) => row.account === account && row.id === proof.call),
        "call",
      );
      const side = of.isHealthcare ? "care" : "marketing";
      const chain = chainOf(account, side);
      const isSame = ({ call, kind, key }: Proof) => call === proof.call && kind === proof.kind && key === proof.key;
      const first = chain.find(isSame);
      if (first !== undefined) return first;
      const last = chain.at(-1);
      const row = { ...proof, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? chainStart.hash };
      const kept = { ...row, hash: sha256(proofText(row)) };
      state.proofs.push({ account, side, proof: kept });
      return kept;
    },
    ofCall: async (account, call) =>
      (["marketing", "care"] as const).flatMap((side) => chainOf(account, side)).filter((proof) => proof.call === call),
    chain: async (account, after, side = "marketing") =>
      chainOf(account, side)
        .filter(({ sequence }) => sequence > after)
        .slice(0, 500),
    latest: async (account, before = Number.POSITIVE_INFINITY, limit) =>
      chainOf(account, "marketing")
        .filter(({ sequence }) => sequence < before)
        .toReversed()
        .slice(0, limit),
    firstBroken: async (account, side = "marketing") => firstBroken(chainOf(account, side)),
  };
}

function firstBroken(chain: readonly Proof[]): number | undefined {
  const nth = chain.findIndex((proof, index) => {
    const previousHash = chain[index - 1]?.hash ?? chainStart.hash;
    return (
      proof.sequence !== index + 1 || proof.previousHash !== previousHash || proof.hash !== sha256(proofText(proof))
    );
  });
  return nth === -1 ? undefined : nth + 1;
}

/** SHA-256 of a text in UTF-8, hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
