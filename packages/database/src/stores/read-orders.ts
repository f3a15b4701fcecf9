import type { AccountId, SiteId } from "@ringtrail/core";
import type { KeptOrder, OrderName, ReportPeriod } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { and, asc, eq, gte, inArray, lt, sql, type SQL } from "../drizzle.ts";
import { orderCalls, shopOrders } from "../schema/index.ts";
import { isMatchOfOrder, refundedMicros } from "./read-orders-of-calls.ts";

/** Reads orders with what was given back of them and the call they are of. */
export async function readOrders(
  work: AccountWork,
  fitting: SQL | undefined,
  order: readonly SQL[] = [asc(shopOrders.placedAt)],
  limit = 1_000,
): Promise<readonly KeptOrder[]> {
  const rows = await work
    .select({ order: shopOrders, refundedMicros, rule: orderCalls.rule, call: orderCalls.callId })
    .from(shopOrders)
    .leftJoin(orderCalls, isMatchOfOrder)
    .where(fitting)
    .orderBy(...order)
    .limit(limit);
  return rows.map(
    ({ order: { accountId: _account, siteId: site, visitId, ...told }, refundedMicros: back, rule, call }) => ({
      ...told,
      site,
      visit: visitId ?? undefined,
      refundedMicros: back,
      match: rule === null || call === null ? undefined : { rule, call },
    }),
  );
}

/** Orders placed in a time. */
export function isPlacedIn(account: AccountId, { site, from, before }: ReportPeriod): SQL | undefined {
  return and(
    eq(shopOrders.accountId, account),
    site === undefined ? undefined : eq(shopOrders.siteId, site),
    gte(shopOrders.placedAt, from),
    lt(shopOrders.placedAt, before),
  );
}

/** Orders of a site by their names. */
export function isNamed(site: SiteId, names: readonly OrderName[]): SQL | undefined {
  const refs = [...new Set(names.map(({ ref }) => ref))];
  const pairs = sql.join(
    names.map(({ shop, ref }) => sql`(${shop}, ${ref})`),
    sql`, `,
  );
  return and(
    eq(shopOrders.siteId, site),
    inArray(shopOrders.ref, refs),
    sql`(${shopOrders.shop}, ${shopOrders.ref}) in (${pairs})`,
  );
}
