import type { SiteId } from "@ringtrail/core";
import { date, doublePrecision, foreignKey, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * What was paid within a span of days, added up from the lines of `adCosts` and laid out as `creditDays` is. A span
 * that a line of has changed is thrown away.
 */
export const costSpans = ringtrail.table(
  "cost_spans",
  {
    accountId: tenant(),
    day: date("day", { mode: "string" }).notNull(),
    days: integer("days").notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    sources: text("sources").array().notNull(),
    mediums: text("mediums").array().notNull(),
    /** Null where a line names none; so are keywords and paths. */
    campaigns: text("campaigns").array().notNull(),
    keywords: text("keywords").array().notNull(),
    landingPaths: text("landing_paths").array().notNull(),
    /** In millionths of the currency. */
    micros: doublePrecision("micros").array().notNull(),
    clicks: doublePrecision("clicks").array().notNull(),
    impressions: doublePrecision("impressions").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.day, table.days, table.siteId, table.currency] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
