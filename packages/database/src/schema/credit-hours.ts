import type { SiteId } from "@ringtrail/core";
import type { ReportDimension, RowLabel } from "@ringtrail/core/attribution";
import { doublePrecision, foreignKey, integer, primaryKey, text, timestamp, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** The same as `creditDays` of each hour of the last month: what the days of it are added up from. */
export const creditHours = ringtrail.table(
  "credit_hours",
  {
    accountId: tenant(),
    hour: timestamp("hour", { mode: "string", precision: 0 }).notNull(),
    dimension: text("dimension").$type<ReportDimension>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    kinds: text("kinds").$type<RowLabel["kind"]>().array().notNull(),
    names: text("names").array().notNull(),
    calls: doublePrecision("calls").array().notNull(),
    variance: doublePrecision("variance").array().notNull(),
    least: integer("least").array().notNull(),
    most: integer("most").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.hour, table.dimension, table.siteId] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
