import type { SiteId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** A Shopify shop connected to a site, found by its name before any account is known. Its key is sealed. */
export const shopifyShops = ringtrail.table(
  "shopify_shops",
  {
    accountId: tenant(),
    domain: text("domain").notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** Null before the app was installed and after it was removed. */
    tokenSealed: bytes("token_sealed"),
    installedAt: moment("installed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.domain] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    uniqueIndex("shopify_shops_domain").on(table.domain),
  ],
);
