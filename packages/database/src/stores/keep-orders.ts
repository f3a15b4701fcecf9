import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, SiteId } from "@ringtrail/core";
import type { ShopOrder, ShopRefund } from "@ringtrail/core/attribution";
import type { OrdersKept } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { sql } from "../drizzle.ts";
import { shopOrders, shopRefunds } from "../schema/index.ts";

/** Each order takes twelve places of a statement, which has 65,535. */
const ordersAtOnce = 1_000;

/** Keeps orders, each as it was told last. Two tellings that come at once are settled by the row's lock. */
export function keepOrders(
  db: PostgresJsDatabase,
  account: AccountId,
  site: SiteId,
  told: readonly ShopOrder[],
): Promise<OrdersKept> {
  const rows = latestOfEach(told).map(({ visit, ...order }) => {
    return { accountId: account, siteId: site, ...order, visitId: visit ?? null };
  });
  return actForAccount(db, account, async (work) => {
    let [added, replaced] = [0, 0];
    for (let from = 0; from < rows.length; from += ordersAtOnce) {
      const kept = await work
        .insert(shopOrders)
        .values(rows.slice(from, from + ordersAtOnce))
        .onConflictDoUpdate({
          target: [shopOrders.accountId, shopOrders.siteId, shopOrders.shop, shopOrders.ref],
          set: {
            label: sql`excluded.label`,
            placedAt: sql`excluded.placed_at`,
            updatedAt: sql`excluded.updated_at`,
            currency: sql`excluded.currency`,
            micros: sql`excluded.micros`,
            isCancelled: sql`excluded.is_cancelled`,
            placedBy: sql`excluded.placed_by`,
            visitId: sql`excluded.visit_id`,
          },
          setWhere: sql`excluded.updated_at >= ${shopOrders.updatedAt}`,
        })
        .returning({ isNew: sql<boolean>`(xmax = 0)` });
      added += kept.filter(({ isNew }) => isNew).length;
      replaced += kept.filter(({ isNew }) => !isNew).length;
    }
    return { added, replaced, older: told.length - added - replaced };
  });
}

/** Keeps refunds, each once. */
export async function keepRefunds(
  db: PostgresJsDatabase,
  account: AccountId,
  site: SiteId,
  told: readonly ShopRefund[],
): Promise<number> {
  if (told.length === 0) return 0;
  const rows = told.map(({ shop, order, ref, micros }) => {
    return { accountId: account, siteId: site, shop, orderRef: order, ref, micros };
  });
  return actForAccount(db, account, async (work) => {
    let added = 0;
    for (let from = 0; from < rows.length; from += ordersAtOnce) {
      const kept = await work
        .insert(shopRefunds)
        .values(rows.slice(from, from + ordersAtOnce))
        .onConflictDoNothing()
        .returning({ ref: shopRefunds.ref });
      added += kept.length;
    }
    return added;
  });
}

/** A statement may touch a row only once; of two tellings the later counts. Sorted, so that two statements cannot lock crosswise. */
function latestOfEach(told: readonly ShopOrder[]): readonly ShopOrder[] {
  const latest = new Map<string, ShopOrder>();
  for (const order of told) {
    const name = JSON.stringify([order.shop, order.ref]);
    const known = latest.get(name);
    if (known === undefined || order.updatedAt >= known.updatedAt) latest.set(name, order);
  }
  return [...latest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, order]) => order);
}
