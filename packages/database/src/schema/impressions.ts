import type { NumberId, PoolId, VisitId } from "@ringtrail/core";
import type { ShownHow } from "@ringtrail/core/number-pool";
import { index, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/**
 * What each visit was shown, when, and how it came by it: the history that calls are credited by. Append-only, except
 * that a visitor who withdraws takes their rows along.
 */
export const impressions = ringtrail.table(
  "impressions",
  {
    accountId: tenant(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    poolId: uuid("pool_id").$type<PoolId>().notNull(),
    shownAt: moment("shown_at").notNull(),
    /** Null when the page kept its own number. */
    numberId: uuid("number_id").$type<NumberId>(),
    how: text("how").$type<ShownHow>().notNull(),
    /** The end of the lease as it was promised then; signs of life extend the lease and not this row. */
    until: moment("until"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.visitId, table.poolId, table.shownAt] }),
    index("impressions_number").on(table.accountId, table.numberId, table.shownAt),
  ],
);
