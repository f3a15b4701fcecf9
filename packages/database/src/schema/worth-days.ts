import type { SiteId } from "@ringtrail/core";
import type { ReportDimension, RowLabel } from "@ringtrail/core/attribution";
import { date, doublePrecision, foreignKey, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** What the calls of a day were worth and whose that is expected to be, laid out as `creditDays` is. */
export const worthDays = ringtrail.table(
  "worth_days",
  {
    accountId: tenant(),
    dimension: text("dimension").$type<ReportDimension>().notNull(),
    day: date("day", { mode: "string" }).notNull(),
    days: integer("days").notNull().default(1),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    kinds: text("kinds").$type<RowLabel["kind"]>().array().notNull(),
    names: text("names").array().notNull(),
    /** Expected, in millionths of the currency. */
    micros: doublePrecision("micros").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.dimension, table.day, table.days, table.siteId, table.currency] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
