import type { SiteId } from "@ringtrail/core";
import { date, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { glass } from "./schemas.ts";

/**
 * How often pages of a clinic's page groups were opened, and numbers on them tapped, on days that wait to be counted
 * together. No role reads it: a function adds one, another publishes a period that is over and forgets its days.
 */
export const glassPageCounts = glass.table(
  "page_counts",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** `page`: opened. `tap`: a number on it was tapped. */
    kind: text("kind").$type<"page" | "tap">().notNull(),
    /** The name alone; empty for pages that no group has. */
    pageGroup: text("page_group").notNull(),
    /** No finer than a day: a time would name who called after it. */
    day: date("day").notNull(),
    times: integer("times").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.siteId, table.kind, table.day, table.pageGroup] })],
);
