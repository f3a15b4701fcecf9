import type { SiteId } from "@ringtrail/core";
import type { HealthcareCut } from "@ringtrail/core/ports";
import { date, foreignKey, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * All that marketing knows of calls to a site in healthcare mode: how many of a period came which way, or lasted how
 * long. A period is written at once, in the order of its names, and never changed; no row stands for fewer calls than the
 * threshold, and a path that ends early stands for calls whose narrower names are hidden.
 */
export const healthcareCounts = ringtrail.table(
  "healthcare_counts",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /**
     * `way`: channel, source, medium, campaign, keyword. `length`: how long the call lasted. `page`, `tap`: the page group
     * that was opened, or on which a number was tapped.
     */
    cut: text("cut").$type<HealthcareCut>().notNull(),
    firstDay: date("first_day").notNull(),
    lastDay: date("last_day").notNull(),
    path: text("path").array().notNull(),
    /** Of pages and taps: how many of these. */
    calls: integer("calls").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.cut, table.lastDay, table.path] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
