import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, E164, NumberId, PoolId } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, eq } from "../drizzle.ts";
import { makeId } from "../make-id.ts";
import { leases, shares, trackingNumbers } from "../schema/index.ts";
import { theOne } from "./site-store.ts";

/** Tracking numbers and, for those of a pool, the row their lease lives in. */
export function numberStore(db: PostgresJsDatabase): Pick<AccountStore, "saveNumber"> {
  return {
    saveNumber: async (account, number) => {
      const { connection, site, target, e164 } = number;
      const changed =
        number.role === "pool"
          ? { poolId: number.pool, slice: number.slice, sourceTouch: null }
          : { poolId: null, slice: null, sourceTouch: number.touch };
      // A number that rested or was given back is in use again.
      const inUse = { restsUntil: null, releasedAt: null };
      const placed = { siteId: site, targetId: target, ...changed, ...inUse };
      await actForAccount(db, account, async (work) => {
        const rows = await work
          .insert(trackingNumbers)
          .values({ accountId: account, id: makeId<NumberId>(), connectionId: connection, e164, ...placed })
          .onConflictDoUpdate({
            target: [trackingNumbers.accountId, trackingNumbers.connectionId, trackingNumbers.e164],
            set: placed,
          })
          .returning({ id: trackingNumbers.id });
        const { id } = theOne(rows);
        if (number.role === "pool") await keepLease(work, account, id, e164, number.pool, number.slice);
        else await endLease(work, account, id);
      });
    },
  };
}

async function keepLease(
  work: AccountWork,
  accountId: AccountId,
  numberId: NumberId,
  e164: E164,
  poolId: PoolId,
  slice: string,
): Promise<void> {
  await work
    .insert(leases)
    .values({ accountId, numberId, e164, poolId, slice })
    .onConflictDoUpdate({ target: [leases.accountId, leases.numberId], set: { poolId, slice } });
}

/** Takes a number out of lending, and with it everybody it was lent to. */
export async function endLease(work: AccountWork, account: AccountId, id: NumberId): Promise<void> {
  await work.delete(shares).where(and(eq(shares.accountId, account), eq(shares.numberId, id)));
  await work.delete(leases).where(and(eq(leases.accountId, account), eq(leases.numberId, id)));
}
