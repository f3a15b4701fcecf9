import type { E164, PoolId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { pools } from "./pools.ts";
import { ringtrail } from "./schemas.ts";

/**
 * Which number of a slice was shared last: the next one by its E.164 is shared next, in one step of an index however
 * many numbers there are. Kept here and not on the lease, whose row sharing must not lock.
 */
export const shareTurns = ringtrail.table(
  "share_turns",
  {
    accountId: tenant(),
    poolId: uuid("pool_id").$type<PoolId>().notNull(),
    slice: text("slice").notNull(),
    e164: text("e164").$type<E164>(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.poolId, table.slice] }),
    foreignKey({ columns: [table.accountId, table.poolId], foreignColumns: [pools.accountId, pools.id] }),
  ],
);
