import type { NumberId, PoolId, VisitId } from "@ringtrail/core";
import { foreignKey, index, primaryKey, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { leases } from "./leases.ts";
import { ringtrail } from "./schemas.ts";

/** A visit that was shown a number while another visit held it. Rows are made only when a pool is scarce. */
export const shares = ringtrail.table(
  "shares",
  {
    accountId: tenant(),
    numberId: uuid("number_id").$type<NumberId>().notNull(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    poolId: uuid("pool_id").$type<PoolId>().notNull(),
    sharedAt: moment("shared_at").notNull(),
    until: moment("until").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.numberId, table.visitId] }),
    foreignKey({
      columns: [table.accountId, table.numberId],
      foreignColumns: [leases.accountId, leases.numberId],
    }),
    index("shares_visit").on(table.accountId, table.visitId),
  ],
);
