import { after, type AccountId, type E164, type Phi, type SiteId } from "@ringtrail/core";
import { matchOrder, type OrderRules, type ShopOrder, type ShopRefund } from "@ringtrail/core/attribution";
import type { CareStore, KeptOrder, NewOrderMatch, OrdersKept, OrderStore } from "@ringtrail/core/ports";

/** An order as a shop told it, with what is looked up and not kept. */
export interface ToldOrder {
  readonly order: ShopOrder;
  readonly refunds: readonly ShopRefund[];
  /** The customer's number. */
  readonly phone: Phi<E164> | undefined;
}

/** What keeping orders needs. */
export interface OrderGround {
  readonly orders: OrderStore;
  readonly care: Pick<CareStore, "callsFrom">;
}

/** What became of orders that were told, in the order they were told. */
export interface OrdersTold extends OrdersKept {
  readonly orders: readonly KeptOrder[];
}

/** Keeps orders and refunds, and finds the call each order is of. The same telling again changes nothing. */
export async function keepOrders(
  { orders, care }: OrderGround,
  account: AccountId,
  site: SiteId,
  told: readonly ToldOrder[],
): Promise<OrdersTold> {
  const rules = await orders.orderRules(account, site);
  const kept = await orders.keep(
    account,
    site,
    told.map(({ order }) => order),
  );
  await orders.keepRefunds(
    account,
    site,
    told.flatMap(({ refunds }) => refunds),
  );
  const before = await findInOrder(orders, account, site, told);
  const byVisit = Map.groupBy(
    await orders.callsOfVisits(account, [...new Set(before.flatMap(({ visit }) => visit ?? []))]),
    ({ visit }) => visit,
  );
  const matches: NewOrderMatch[] = [];
  for (const [nth, order] of before.entries()) {
    const evidence = {
      byVisit: (order.visit && byVisit.get(order.visit)) ?? [],
      byCaller: await callsOf(care, account, rules, { order, phone: told[nth]?.phone }),
    };
    const match = matchOrder(order, evidence, rules, order.match);
    const isNew = match?.call !== order.match?.call || match?.rule !== order.match?.rule;
    if (match !== undefined && isNew) matches.push({ shop: order.shop, ref: order.ref, ...match });
  }
  if (matches.length === 0) return { ...kept, orders: before };
  await orders.saveMatches(account, site, lastOfEach(matches));
  return { ...kept, orders: await findInOrder(orders, account, site, told) };
}

/** Each order as it is kept now. An order told twice is there twice. */
async function findInOrder(
  orders: OrderStore,
  account: AccountId,
  site: SiteId,
  told: readonly ToldOrder[],
): Promise<readonly KeptOrder[]> {
  const names = told.map(({ order: { shop, ref } }) => ({ shop, ref }));
  const found = new Map((await orders.find(account, site, names)).map((order) => [nameOf(order), order]));
  return names.flatMap((name) => found.get(nameOf(name)) ?? []);
}

/** The customer's number is looked up only where it may decide something. */
async function callsOf(
  care: OrderGround["care"],
  account: AccountId,
  rules: OrderRules,
  { order, phone }: { readonly order: KeptOrder; readonly phone: Phi<E164> | undefined },
) {
  if (!rules.matchesCallers || order.placedBy !== "staff" || phone === undefined) return [];
  const rings = await care.callsFrom(account, phone, after(order.placedAt, -rules.windowMs));
  return rings.map(({ call, at }) => ({ call, rangAt: at }));
}

/** A statement may touch a row only once. */
function lastOfEach(matches: readonly NewOrderMatch[]): readonly NewOrderMatch[] {
  return [...new Map(matches.map((match) => [nameOf(match), match])).values()];
}

function nameOf({ shop, ref }: Pick<ShopOrder, "shop" | "ref">): string {
  return JSON.stringify([shop, ref]);
}
