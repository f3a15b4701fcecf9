import type { ProofStore } from "@ringtrail/core/ports";
import type { ProofChain } from "./proof-store.ts";

/**
 * One store of proofs over two sides: a proof stands in the chain of the side its call lies on. The marketing side, where
 * most calls are, is asked first.
 */
export function proofsOfBothSides({ marketing, care }: Readonly<Record<"marketing" | "care", ProofChain>>): ProofStore {
  const of = { marketing, care };
  return {
    append: async (account, proof) => {
      const onMarketing = await marketing.append(account, proof);
      const kept = onMarketing === "no such call" ? await care.append(account, proof) : onMarketing;
      if (kept === "no such call") throw new Error("The account has no such call.");
      return kept;
    },
    ofCall: async (account, call) => {
      const found = await marketing.ofCall(account, call);
      return found.length > 0 ? found : care.ofCall(account, call);
    },
    chain: (account, after, side = "marketing") => of[side].chain(account, after),
    latest: (account, before, limit) => marketing.latest(account, before, limit),
    firstBroken: (account, side = "marketing") => of[side].firstBroken(account),
  };
}
