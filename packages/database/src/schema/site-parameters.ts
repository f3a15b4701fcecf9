import type { SiteId } from "@ringtrail/core";
import type { CallParameters } from "@ringtrail/core/attribution";
import { foreignKey, integer, jsonb, primaryKey, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** What a site's calls have taught the posterior, version by version. Rows are only ever added. */
export const siteParameters = ringtrail.table(
  "site_parameters",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    version: integer("version").notNull(),
    learnedAt: moment("learned_at").notNull(),
    /** How many calls it was learned from. */
    calls: integer("calls").notNull(),
    parameters: jsonb("parameters").$type<CallParameters>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.version] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
