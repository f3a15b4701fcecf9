import type { NumberId, VisitId } from "@ringtrail/core";
import { foreignKey, index, primaryKey, sql, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { visits } from "./visits.ts";

/** What else a visit did with a number: it copied it, or had it on the screen. Taps have a table of their own. */
export const numberSigns = ringtrail.table(
  "number_signs",
  {
    accountId: tenant(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    numberId: uuid("number_id").$type<NumberId>().notNull(),
    kind: text("kind").$type<"copy" | "seen">().notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.visitId, table.numberId, table.kind, table.at] }),
    foreignKey({ columns: [table.accountId, table.visitId], foreignColumns: [visits.accountId, visits.id] }),
    // A ringing call asks who copied its number; how many saw it is asked by nobody in a hurry.
    index("number_signs_copied")
      .on(table.accountId, table.numberId, table.at)
      .where(sql`${table.kind} = 'copy'`),
  ],
);
