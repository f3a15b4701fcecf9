import type { SiteId } from "@ringtrail/core";
import { date, foreignKey, integer, primaryKey, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** How many calls a site had on a day of the account's time zone: added up from the calls, never told. */
export const callDays = ringtrail.table(
  "call_days",
  {
    accountId: tenant(),
    day: date("day", { mode: "string" }).notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    calls: integer("calls").notNull(),
    answered: integer("answered").notNull(),
    missed: integer("missed").notNull(),
    /** Of callers nobody knows an earlier call of. */
    firstTime: integer("first_time").notNull(),
    spam: integer("spam").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.day, table.siteId] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }).onDelete(
      "cascade",
    ),
  ],
);
