import type { E164, NumberId, PoolId, VisitId } from "@ringtrail/core";
import { boolean, foreignKey, index, primaryKey, sql, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { pools } from "./pools.ts";
import { ringtrail } from "./schemas.ts";
import { trackingNumbers } from "./tracking-numbers.ts";

/**
 * One row per pool number, changed in place: who holds it, until when.
 *
 * No index on the visit or the end: with one, no update could stay on its page (HOT), and the numbers of one slice are
 * few enough to be sorted in memory. Rows leave room for the next version (fillfactor in 0001).
 */
export const leases = ringtrail.table(
  "leases",
  {
    accountId: tenant(),
    numberId: uuid("number_id").$type<NumberId>().notNull(),
    poolId: uuid("pool_id").$type<PoolId>().notNull(),
    slice: text("slice").notNull(),
    /** A copy of the number, which never changes, so that lending reads no second table. */
    e164: text("e164").$type<E164>().notNull(),
    visitId: uuid("visit_id").$type<VisitId>(),
    firm: boolean("firm")
      .notNull()
      .default(sql`false`),
    lastSeenAt: moment("last_seen_at"),
    until: moment("until"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.numberId] }),
    foreignKey({
      columns: [table.accountId, table.numberId],
      foreignColumns: [trackingNumbers.accountId, trackingNumbers.id],
    }),
    foreignKey({ columns: [table.accountId, table.poolId], foreignColumns: [pools.accountId, pools.id] }),
    // None of these ever changes by lending.
    index("leases_pool").on(table.accountId, table.poolId, table.slice, table.e164),
  ],
);
