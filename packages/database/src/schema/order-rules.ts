import type { SiteId } from "@ringtrail/core";
import { bigint, boolean, foreignKey, primaryKey, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** How a site's owner wants orders matched to calls. */
export const orderRules = ringtrail.table(
  "order_rules",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    windowMs: bigint("window_ms", { mode: "number" }).notNull(),
    matchesCallers: boolean("matches_callers").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
