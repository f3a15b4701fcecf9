import type { AccountId, CallId } from "@ringtrail/core";
import { netMicros } from "@ringtrail/core/attribution";
import type { CallValue } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { and, eq, inArray, sql } from "../drizzle.ts";
import { orderCalls, shopOrders, shopRefunds } from "../schema/index.ts";

/** All that was given back of the order of the row at hand. */
export const refundedMicros = sql<number>`(select coalesce(sum(${shopRefunds.micros}), 0) from ${shopRefunds}
  where ${shopRefunds.accountId} = ${shopOrders.accountId} and ${shopRefunds.siteId} = ${shopOrders.siteId}
    and ${shopRefunds.shop} = ${shopOrders.shop} and ${shopRefunds.orderRef} = ${shopOrders.ref})`.mapWith(Number);

/** Joins an order to the row that names its call. */
export const isMatchOfOrder = and(
  eq(orderCalls.accountId, shopOrders.accountId),
  eq(orderCalls.siteId, shopOrders.siteId),
  eq(orderCalls.shop, shopOrders.shop),
  eq(orderCalls.ref, shopOrders.ref),
);

/** What is left of each order that is of one of these calls. */
export async function readOrdersOfCalls(
  work: AccountWork,
  account: AccountId,
  calls: readonly CallId[],
): Promise<ReadonlyMap<CallId, readonly CallValue[]>> {
  if (calls.length === 0) return new Map();
  const { currency, micros, isCancelled } = shopOrders;
  const rows = await work
    .select({ call: orderCalls.callId, currency, micros, isCancelled, refundedMicros })
    .from(orderCalls)
    .innerJoin(shopOrders, isMatchOfOrder)
    .where(and(eq(orderCalls.accountId, account), inArray(orderCalls.callId, [...calls])));
  const byCall = Map.groupBy(rows, ({ call }) => call);
  return new Map(
    [...byCall].map(([call, all]) => [
      call,
      all.map((row) => ({ micros: netMicros(row, row.refundedMicros), currency: row.currency })),
    ]),
  );
}
