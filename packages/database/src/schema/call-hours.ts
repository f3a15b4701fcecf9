import type { SiteId } from "@ringtrail/core";
import { foreignKey, integer, primaryKey, timestamp, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * The same as `callDays` of each hour of the last month, as the clocks of the account's time zone show it: a call that
 * changes has its own hour counted again, and not its whole day. Where an hour of a day is, all hours with calls are.
 */
export const callHours = ringtrail.table(
  "call_hours",
  {
    accountId: tenant(),
    hour: timestamp("hour", { mode: "string", precision: 0 }).notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    calls: integer("calls").notNull(),
    answered: integer("answered").notNull(),
    missed: integer("missed").notNull(),
    firstTime: integer("first_time").notNull(),
    spam: integer("spam").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.hour, table.siteId] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
