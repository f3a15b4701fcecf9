import type { SiteId } from "@ringtrail/core";
import type { CallFlow } from "@ringtrail/core/call-flow";
import { jsonb, primaryKey, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/**
 * What callers of a site in healthcare mode go through: who answers, what a menu offers, when which ward is open, whom
 * nobody wants to hear. Put here by a trigger of `sites`, which keeps that the site is in the mode and how it counts. The
 * site itself is referred to by a key that is checked at the end, because the trigger comes before its row.
 */
export const careSiteFlows = care.table(
  "site_flows",
  {
    accountId: tenant().references(() => accounts.accountId),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    flow: jsonb("flow").$type<CallFlow>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.siteId] })],
);
