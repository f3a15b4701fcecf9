import type { AccountId, CallId } from "@ringtrail/core";
import type { ProofSide } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { and, eq, inArray } from "../drizzle.ts";
import { calls, careCalls, careConsentProofs, consentProofs } from "../schema/index.ts";

/** Where a chain lies, and which of these calls it is about. */
export interface ProofGround {
  readonly table: typeof consentProofs;
  readonly ours: (work: AccountWork, account: AccountId, of: readonly CallId[]) => Promise<readonly { id: CallId }[]>;
}

/** The ground of each side. */
export const proofGrounds: Readonly<Record<ProofSide, ProofGround>> = {
  marketing: {
    table: consentProofs,
    ours: (work, account, of) =>
      work
        .select({ id: calls.id })
        .from(calls)
        .where(and(eq(calls.accountId, account), inArray(calls.id, [...of]))),
  },
  care: {
    // Its columns are the other chain's; to the types only the schema's name is another.
    table: careConsentProofs as unknown as typeof consentProofs,
    ours: (work, account, of) =>
      work
        .select({ id: careCalls.id })
        .from(careCalls)
        .where(and(eq(careCalls.accountId, account), inArray(careCalls.id, [...of]))),
  },
};
