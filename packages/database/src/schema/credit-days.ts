import type { SiteId } from "@ringtrail/core";
import type { ReportDimension, RowLabel } from "@ringtrail/core/attribution";
import { date, doublePrecision, foreignKey, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * Whose the calls of a day are expected to be, by one dimension: added up from the calls, never told.
 *
 * One row holds all names of the day side by side, the nth of each array about the nth name: a month of keywords is
 * thirty rows to find instead of thirty thousand. Days that are over are joined as well, so that a year is a dozen rows.
 */
export const creditDays = ringtrail.table(
  "credit_days",
  {
    accountId: tenant(),
    dimension: text("dimension").$type<ReportDimension>().notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** How many days from that one on are joined in the row: 1, or 4, 16, 64, 256 that are over. */
    days: integer("days").notNull().default(1),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    kinds: text("kinds").$type<RowLabel["kind"]>().array().notNull(),
    /** Null where the kind is not `named`. */
    names: text("names").array().notNull(),
    /** The sum of the calls' probabilities. */
    calls: doublePrecision("calls").array().notNull(),
    variance: doublePrecision("variance").array().notNull(),
    /** Calls that are certainly its own, and calls that may be. */
    least: integer("least").array().notNull(),
    most: integer("most").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.dimension, table.day, table.days, table.siteId] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
