import type { VisitId } from "@ringtrail/core";
import { primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A page of the site as a visit saw it. The key makes a repeated report change nothing. */
export const pageViews = ringtrail.table(
  "page_views",
  {
    accountId: tenant(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    at: moment("at").notNull(),
    path: text("path").notNull(),
    title: text("title").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.visitId, table.at, table.path] })],
);
