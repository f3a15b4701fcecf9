import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, SiteId } from "@ringtrail/core";
import { usualOrderRules } from "@ringtrail/core/attribution";
import type { OrderStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, inArray, sql } from "../drizzle.ts";
import { callCandidates, calls, orderCalls, orderRules, shopOrders, shopRefunds } from "../schema/index.ts";
import { keepOrders, keepRefunds } from "./keep-orders.ts";
import { readCreditableOrders } from "./read-creditable-orders.ts";
import { readOrders, isPlacedIn, isNamed } from "./read-orders.ts";

/** What shops sold. */
export function orderStore(db: PostgresJsDatabase): OrderStore {
  return {
    orderRules: (account, site) =>
      actForAccount(db, account, async (work) => {
        const { windowMs, matchesCallers } = orderRules;
        const [row] = await work.select({ windowMs, matchesCallers }).from(orderRules).where(ofSite(account, site));
        return row ?? usualOrderRules;
      }),
    saveOrderRules: async (account, site, { windowMs, matchesCallers }) => {
      const rules = { windowMs, matchesCallers };
      await actForAccount(db, account, (work) =>
        work
          .insert(orderRules)
          .values({ accountId: account, siteId: site, ...rules })
          .onConflictDoUpdate({ target: [orderRules.accountId, orderRules.siteId], set: rules }),
      );
    },
    keep: (account, site, orders) => keepOrders(db, account, site, orders),
    keepRefunds: (account, site, refunds) => keepRefunds(db, account, site, refunds),
    find: async (account, site, names) => {
      if (names.length === 0) return [];
      return actForAccount(db, account, (work) =>
        readOrders(work, and(eq(shopOrders.accountId, account), isNamed(site, names))),
      );
    },
    // Most orders come of no visit we know, and many come at once: what asks nothing takes no connection.
    callsOfVisits: async (account, visits) => {
      if (visits.length === 0) return [];
      const { visitId: visit, probability } = callCandidates;
      return actForAccount(db, account, (work) =>
        work
          .select({ visit, call: calls.id, rangAt: calls.rangAt, probability })
          .from(callCandidates)
          .innerJoin(calls, and(eq(calls.accountId, callCandidates.accountId), eq(calls.id, callCandidates.callId)))
          .where(and(eq(callCandidates.accountId, account), inArray(visit, [...visits]))),
      );
    },
    saveMatches: async (account, site, matches) => {
      if (matches.length === 0) return;
      const rows = matches.map(({ shop, ref, rule, call }) => {
        return { accountId: account, siteId: site, shop, ref, rule, callId: call };
      });
      await actForAccount(db, account, (work) =>
        work
          .insert(orderCalls)
          .values(rows)
          .onConflictDoUpdate({
            target: [orderCalls.accountId, orderCalls.siteId, orderCalls.shop, orderCalls.ref],
            set: { rule: sql`excluded.rule`, callId: sql`excluded.call_id` },
          }),
      );
    },
    list: (account, period, limit) =>
      actForAccount(db, account, (work) =>
        readOrders(work, isPlacedIn(account, period), [desc(shopOrders.placedAt), desc(shopOrders.ref)], limit),
      ),
    ordersOfCall: (account, call) =>
      actForAccount(db, account, (work) =>
        readOrders(work, and(eq(shopOrders.accountId, account), eq(orderCalls.callId, call))),
      ),
    creditable: (account, period) => readCreditableOrders(db, account, period),
    forgetShop: (account, site, shop) =>
      actForAccount(db, account, async (work) => {
        const { accountId, siteId, shop: host } = shopRefunds;
        await work.delete(shopRefunds).where(and(eq(accountId, account), eq(siteId, site), eq(host, shop)));
        const gone = await work
          .delete(shopOrders)
          .where(and(eq(shopOrders.accountId, account), eq(shopOrders.siteId, site), eq(shopOrders.shop, shop)))
          .returning({ ref: shopOrders.ref });
        return gone.length;
      }),
  };
}

function ofSite(account: AccountId, site: SiteId) {
  return and(eq(orderRules.accountId, account), eq(orderRules.siteId, site));
}
