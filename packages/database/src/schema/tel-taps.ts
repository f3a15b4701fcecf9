import type { NumberId, VisitId } from "@ringtrail/core";
import { foreignKey, index, primaryKey, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { visits } from "./visits.ts";

/** A tap on a number's link: the strongest sign that this visit calls. */
export const telTaps = ringtrail.table(
  "tel_taps",
  {
    accountId: tenant(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    numberId: uuid("number_id").$type<NumberId>().notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.visitId, table.numberId, table.at] }),
    foreignKey({ columns: [table.accountId, table.visitId], foreignColumns: [visits.accountId, visits.id] }),
    index("tel_taps_number").on(table.accountId, table.numberId, table.at),
  ],
);
