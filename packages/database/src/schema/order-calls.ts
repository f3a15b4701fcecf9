import type { CallId, SiteId } from "@ringtrail/core";
import type { OrderRule } from "@ringtrail/core/attribution";
import { foreignKey, index, primaryKey, text, uuid } from "../drizzle.ts";
import { calls } from "./calls.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { shopOrders } from "./shop-orders.ts";

/** The one call an order is credited through, and the rule that found it. It goes when either of them goes. */
export const orderCalls = ringtrail.table(
  "order_calls",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    shop: text("shop").notNull(),
    ref: text("ref").notNull(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    rule: text("rule").$type<OrderRule>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.shop, table.ref] }),
    foreignKey({
      name: "order_calls_order",
      columns: [table.accountId, table.siteId, table.shop, table.ref],
      foreignColumns: [shopOrders.accountId, shopOrders.siteId, shopOrders.shop, shopOrders.ref],
    }).onDelete("cascade"),
    foreignKey({
      name: "order_calls_call",
      columns: [table.accountId, table.callId],
      foreignColumns: [calls.accountId, calls.id],
    }).onDelete("cascade"),
    index("order_calls_of_call").on(table.accountId, table.callId),
  ],
);
