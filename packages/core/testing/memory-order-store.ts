import { pathToCall, usualOrderRules, type OrderRules } from "../src/attribution/index.ts";
import type { AccountId, SiteId } from "../src/index.ts";
import type { CreditableOrder, KeptOrder, OrderName, OrderStore } from "../src/ports/index.ts";
import { creditableOf, isWithin, onPath, refundedOf } from "./memory-creditable.ts";
import { demand, type MemoryState, type ShopOrderRow } from "./memory-state.ts";

/** The orders port in memory. */
export function memoryOrderStore(state: MemoryState): OrderStore {
  const rules = new Map<string, OrderRules>();
  const demandSite = (account: AccountId, site: SiteId) =>
    demand(
      state.sites.find((row) => row.account === account && row.id === site),
      "site",
    );
  const keyOf = (account: AccountId, site: SiteId, { shop, ref }: OrderName) =>
    JSON.stringify([account, site, shop, ref]);
  const rowOf = (account: AccountId, site: SiteId, name: OrderName) => state.shopOrders.get(keyOf(account, site, name));
  const kept = (row: ShopOrderRow): KeptOrder => {
    return { ...row.order, site: row.site, refundedMicros: refundedOf(state, row), match: row.match };
  };
  const placed = (account: AccountId, period: Parameters<OrderStore["list"]>[1]) =>
    [...state.shopOrders.values()]
      .filter((row) => row.account === account && isWithin(row, row.order.placedAt, period))
      .toSorted((a, b) => a.order.placedAt - b.order.placedAt || (a.order.ref < b.order.ref ? -1 : 1));
  return {
    orderRules: async (account, site) => rules.get(`${account} ${site}`) ?? usualOrderRules,
    saveOrderRules: async (account, site, wanted) => {
      demandSite(account, site);
      rules.set(`${account} ${site}`, wanted);
    },
    keep: async (account, site, orders) => {
      demandSite(account, site);
      const sum = { added: 0, replaced: 0, older: 0 };
      for (const order of orders) {
        const known = rowOf(account, site, order);
        if (known === undefined) {
          state.shopOrders.set(keyOf(account, site, order), { account, site, order, match: undefined });
          sum.added += 1;
        } else if (order.updatedAt < known.order.updatedAt) sum.older += 1;
        else {
          known.order = order;
          sum.replaced += 1;
        }
      }
      return sum;
    },
    keepRefunds: async (account, site, told) => {
      demandSite(account, site);
      const isKnown = (given: (typeof told)[number]) =>
        state.refunds.some(
          (row) =>
            row.account === account &&
            row.site === site &&
            row.refund.shop === given.shop &&
            row.refund.order === given.order &&
            row.refund.ref === given.ref,
        );
      let added = 0;
      for (const refund of told) {
        if (isKnown(refund)) continue;
        state.refunds.push({ account, site, refund });
        added += 1;
      }
      return added;
    },
    find: async (account, site, names) => names.flatMap((name) => rowOf(account, site, name) ?? []).map(kept),
    callsOfVisits: async (account, visits) =>
      state.calls
        .filter((row) => row.account === account)
        .flatMap(({ id, rangAt, match }) =>
          (match?.candidates ?? [])
            .filter(({ visit }) => visits.includes(visit))
            .map(({ visit, probability }) => ({ visit, call: id, rangAt, probability })),
        ),
    saveMatches: async (account, site, matches) => {
      for (const { rule, call, ...name } of matches) {
        demand(
          state.calls.find((row) => row.account === account && row.id === call),
          "call",
        );
        demand(rowOf(account, site, name), "order").match = { rule, call };
      }
    },
    list: async (account, period, limit) => placed(account, period).toReversed().slice(0, limit).map(kept),
    ordersOfCall: async (account, call) =>
      [...state.shopOrders.values()].filter((row) => row.account === account && row.match?.call === call).map(kept),
    creditable: async function* (account, period) {
      yield placed(account, period).map((row) => creditableOrder(state, row));
    },
    forgetShop: async (account, site, shop) => {
      const gone = [...state.shopOrders].filter(
        ([, row]) => row.account === account && row.site === site && row.order.shop === shop,
      );
      for (const [key] of gone) state.shopOrders.delete(key);
      state.refunds = state.refunds.filter(
        (row) => row.account !== account || row.site !== site || row.refund.shop !== shop,
      );
      return gone.length;
    },
  };
}

function creditableOrder(state: MemoryState, row: ShopOrderRow): CreditableOrder {
  const { account, site, order, match } = row;
  const call = state.calls.find((one) => one.account === account && one.id === match?.call);
  const visits = state.visits.filter((one) => one.account === account);
  const visit = visits.find(({ id }) => id === order.visit);
  const theirs = visits.filter(({ visitor }) => visitor === visit?.visitor).map(onPath);
  return {
    ...order,
    site,
    refundedMicros: refundedOf(state, row),
    through: call && match && { rule: match.rule, call: creditableOf(state, call) },
    way: visit && pathToCall({ visit: visit.id, touch: visit.touch }, theirs, order.placedAt),
  };
}
