import type { CreditModel } from "@ringtrail/core/attribution";
import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Cursor, IdParams, NextPage } from "../paging.ts";
import { Day } from "../shapes/money.ts";
import { RevenueReportShown } from "../shapes/revenue-report.ts";
import { OrderRulesShown, OrderRuleShown, OrderShown, OrderTold } from "../shapes/shop-order.ts";
import { ReportQuery } from "./money-doors.ts";

/** Orders of one shop. */
export const NewOrders = z
  .strictObject({
    site: z.uuid().optional().describe("Which site sold them; absent: the only one there is."),
    shop: z
      .string()
      .trim()
      .min(1)
      .max(253)
      .default("shop")
      .describe("Tells shops of one site apart that may both have an order 1: the shop's host."),
    orders: z.array(OrderTold).min(1).max(200),
  })
  .meta({ id: "NewOrders" });
export type NewOrders = z.input<typeof NewOrders>;

/** What became of orders that were told. */
export const OrdersKeptShown = z
  .object({
    added: z.number().int(),
    replaced: z.number().int().describe("Orders that were there already and now say what was told last."),
    older: z.number().int().describe("Tellings older than what is known, which changed nothing."),
    orders: z.array(z.object({ id: z.string(), rule: OrderRuleShown, call: z.uuid().optional() })),
  })
  .meta({ id: "OrdersKept" });
export type OrdersKeptShown = z.infer<typeof OrdersKeptShown>;

const models = [
  "first",
  "last",
  "last_non_direct",
  "last_paid",
  "linear",
  "position",
  "w_shaped",
  "time_decay",
] as const satisfies readonly CreditModel[];

const period = {
  from: Day.describe("The first day."),
  to: Day.describe("The last day, at most 400 days later."),
  timeZone: z.string().max(64).default("UTC").describe("Whose days, as IANA names it: `America/New_York`."),
  site: z.uuid().optional().describe("Only this site's."),
};

/** Orders of some days. */
export const OrderList = NextPage.extend({ orders: z.array(OrderShown) }).meta({ id: "OrderList" });
export type OrderList = z.infer<typeof OrderList>;

/** Tells orders. */
export const saveOrders = defineEndpoint({
  method: "POST",
  path: "/v1/orders",
  name: "saveOrders",
  summary: "Tell what a shop sold, and learn which call each order is of; told twice it counts once",
  scope: "orders:write",
  body: NewOrders,
  status: 200,
  response: OrdersKeptShown,
  problems: ["site_unknown"],
});

/** Lists orders. */
export const listOrders = defineEndpoint({
  method: "GET",
  path: "/v1/orders",
  name: "listOrders",
  summary: "Orders of some days with the rule that found their call, newest first",
  scope: "calls:read",
  query: z.object({ ...period, cursor: Cursor, limit: z.coerce.number().int().min(1).max(500).default(100) }),
  status: 200,
  response: OrderList,
  problems: ["cursor_malformed"],
});

/** Lists the orders of one call. */
export const listCallOrders = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}/orders",
  name: "listCallOrders",
  summary: "The orders that are credited through a call",
  scope: "calls:read",
  params: IdParams,
  status: 200,
  response: OrderList,
  whole: "the orders of one call, at most 1,000",
  problems: ["call_unknown"],
});

/** Says how a site matches orders. */
export const getOrderRules = defineEndpoint({
  method: "GET",
  path: "/v1/sites/{id}/order-rules",
  name: "getOrderRules",
  summary: "How orders of a site are matched to its calls",
  scope: "sites:read",
  params: IdParams,
  status: 200,
  response: OrderRulesShown,
  problems: ["site_unknown"],
});

/** Changes how a site matches orders. What was matched before stays as it is. */
export const setOrderRules = defineEndpoint({
  method: "PUT",
  path: "/v1/sites/{id}/order-rules",
  name: "setOrderRules",
  summary: "Change how orders of a site are matched to its calls, from the next order on",
  scope: "sites:write",
  params: IdParams,
  body: OrderRulesShown,
  status: 200,
  response: OrderRulesShown,
  problems: ["site_unknown"],
});

/** The report of revenue. */
export const getRevenueReport = defineEndpoint({
  method: "GET",
  path: "/v1/reports/revenue",
  name: "getRevenueReport",
  summary: "What was sold by phone and on the web, by channel, campaign or day, beside what ads cost; rows add up",
  scope: "calls:read",
  query: ReportQuery.extend({
    model: z.enum(models).default("last_non_direct").describe("How an order is split among the visits before it."),
  }),
  status: 200,
  response: RevenueReportShown,
  whole: "a report whose rows add up to its totals",
  problems: [],
});
