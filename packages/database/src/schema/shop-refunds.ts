import type { SiteId } from "@ringtrail/core";
import { bigint, foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** Money a shop gave back. It may be heard of before its order, so it does not refer to one. */
export const shopRefunds = ringtrail.table(
  "shop_refunds",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    shop: text("shop").notNull(),
    orderRef: text("order_ref").notNull(),
    ref: text("ref").notNull(),
    /** In millionths of the order's currency. */
    micros: bigint("micros", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.shop, table.orderRef, table.ref] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
