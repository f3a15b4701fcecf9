import { memoryAccountStore } from "./memory-account-store.ts";
import { memoryCallStore } from "./memory-call-store.ts";
import { memoryCareStore } from "./memory-care-store.ts";
import { memoryConversionStore } from "./memory-conversion-store.ts";
import { memoryDestinationStore } from "./memory-destination-store.ts";
import { memoryFormStore } from "./memory-form-store.ts";
import { memoryHealthcareStore } from "./memory-healthcare-store.ts";
import { memoryIdempotencyStore } from "./memory-idempotency-store.ts";
import { memoryMoneyStore } from "./memory-money-store.ts";
import { memoryNumberStore } from "./memory-number-store.ts";
import { memoryOrderStore } from "./memory-order-store.ts";
import { memoryOtherTrackerStore } from "./memory-other-tracker-store.ts";
import { memoryOverviewStore } from "./memory-overview-store.ts";
import { memoryParameterStore } from "./memory-parameter-store.ts";
import { memoryPoolStore } from "./memory-pool-store.ts";
import { memoryProofStore } from "./memory-proof-store.ts";
import { memoryRecordingVault } from "./memory-recording-vault.ts";
import { memoryShopStore } from "./memory-shop-store.ts";
import { memorySiteDirectory } from "./memory-site-directory.ts";
import { emptyState } from "./memory-state.ts";
import { memorySoundStore } from "./memory-sound-store.ts";
import { memoryVisitStore } from "./memory-visit-store.ts";
import type { World } from "./world.ts";

/** A world in memory, empty and gone with the process. */
export function memoryWorld(): World {
  const state = emptyState();
  const vault = memoryRecordingVault();
  const money = memoryMoneyStore(state);
  return {
    accounts: memoryAccountStore(state),
    directory: memorySiteDirectory(state),
    pools: memoryPoolStore(state),
    numbers: memoryNumberStore(state),
    visits: memoryVisitStore(state),
    calls: memoryCallStore(state),
    care: memoryCareStore(state),
    proofs: memoryProofStore(state),
    vault,
    idempotency: memoryIdempotencyStore(),
    parameters: memoryParameterStore(state),
    money,
    overviews: memoryOverviewStore(state, money),
    orders: memoryOrderStore(state),
    shops: memoryShopStore(state),
    otherTrackers: memoryOtherTrackerStore(state),
    conversions: memoryConversionStore(state),
    sounds: memorySoundStore(),
    destinations: memoryDestinationStore(state),
    forms: memoryFormStore(state),
    healthcare: memoryHealthcareStore(state),
    intruder: {
      rewriteProof: async (account, sequence, wording) => {
        const row = state.proofs.find((kept) => kept.account === account && kept.proof.sequence === sequence);
        if (row !== undefined) row.proof = { ...row.proof, wording };
      },
      eraseProof: async (account, sequence) => {
        state.proofs = state.proofs.filter((kept) => kept.account !== account || kept.proof.sequence !== sequence);
      },
      flipRecordingBit: async (account, recording) => vault.flipBit(account, recording),
    },
    close: async () => {},
  };
}
