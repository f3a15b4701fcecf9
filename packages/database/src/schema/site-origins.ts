import type { SiteId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** An origin that may use a site's key, as `https://host[:port]`. */
export const siteOrigins = ringtrail.table(
  "site_origins",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    origin: text("origin").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.origin] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
