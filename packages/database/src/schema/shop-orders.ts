import type { SiteId, VisitId } from "@ringtrail/core";
import type { ShopOrder } from "@ringtrail/core/attribution";
import { bigint, boolean, foreignKey, index, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** What a customer bought, as their shop told it last. Nothing in it says who the customer is. */
export const shopOrders = ringtrail.table(
  "shop_orders",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    shop: text("shop").notNull(),
    ref: text("ref").notNull(),
    label: text("label").notNull(),
    placedAt: moment("placed_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    /** In millionths of the currency, before refunds. */
    micros: bigint("micros", { mode: "number" }).notNull(),
    isCancelled: boolean("is_cancelled").notNull(),
    placedBy: text("placed_by").$type<ShopOrder["placedBy"]>().notNull(),
    /** Null when the visitor did not agree, there was no page, or the visitor was forgotten. */
    visitId: uuid("visit_id").$type<VisitId>(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.shop, table.ref] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    index("shop_orders_placed").on(table.accountId, table.placedAt),
    index("shop_orders_visit").on(table.accountId, table.visitId),
  ],
);
