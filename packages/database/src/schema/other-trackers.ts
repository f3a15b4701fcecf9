import type { SiteId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** Other call trackers whose scripts a site's pages carried. Nothing of a visitor is in it. */
export const otherTrackers = ringtrail.table(
  "other_trackers",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    name: text("name").notNull(),
    firstSeenAt: moment("first_seen_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.name] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
