import type { SiteId } from "@ringtrail/core";
import type { ReportDimension, RowLabel } from "@ringtrail/core/attribution";
import { doublePrecision, foreignKey, primaryKey, text, timestamp, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** The same as `worthDays` of each hour of the last month: what the days of it are added up from. */
export const worthHours = ringtrail.table(
  "worth_hours",
  {
    accountId: tenant(),
    hour: timestamp("hour", { mode: "string", precision: 0 }).notNull(),
    dimension: text("dimension").$type<ReportDimension>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    kinds: text("kinds").$type<RowLabel["kind"]>().array().notNull(),
    names: text("names").array().notNull(),
    /** Expected, in millionths of the currency. */
    micros: doublePrecision("micros").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.hour, table.dimension, table.siteId, table.currency] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
