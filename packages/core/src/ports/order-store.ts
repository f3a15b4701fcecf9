import type { CallOfVisit, OrderRules } from "../attribution/orders/match-order.ts";
import type { OrderMatch, OrderRule, ShopOrder, ShopRefund } from "../attribution/orders/shop-order.ts";
import type { CallerPath } from "../attribution/report/report-call.ts";
import type { AccountId, CallId, SiteId, VisitId } from "../ids.ts";
import type { CreditableCall, ReportPeriod } from "./money-store.ts";

/** What tells one order of a site from the others. */
export type OrderName = Pick<ShopOrder, "shop" | "ref">;

/** What became of orders that were told. */
export interface OrdersKept {
  readonly added: number;
  /** Orders that were there already and now say what was told last. */
  readonly replaced: number;
  /** Tellings older than what is known, which changed nothing. */
  readonly older: number;
}

/** An order as it is kept. */
export interface KeptOrder extends ShopOrder {
  readonly site: SiteId;
  /** All that was given back, in millionths of the currency. */
  readonly refundedMicros: number;
  readonly match: OrderMatch | undefined;
}

/** The call an order was found to be of. */
export interface NewOrderMatch extends OrderName, OrderMatch {}

/** An order with everything its credit hangs on. */
export interface CreditableOrder extends Omit<KeptOrder, "match"> {
  /** The call it is credited through, with the callers of that call. */
  readonly through: { readonly rule: OrderRule; readonly call: CreditableCall } | undefined;
  /** The way the visit had come whose cart it was; undefined without a visit, or when it was forgotten. */
  readonly way: CallerPath["touches"] | undefined;
}

/** What shops sold. For people at a desk and shops' webhooks: no page and no call waits for it. */
export interface OrderStore {
  /** How the owner wants orders matched; the usual rules when they never said. */
  orderRules(account: AccountId, site: SiteId): Promise<OrderRules>;
  /** @throws when the account has no such site. */
  saveOrderRules(account: AccountId, site: SiteId, rules: OrderRules): Promise<void>;
  /**
   * Keeps orders. One that is there is replaced by what was told last, by `updatedAt`; told again it changes nothing.
   *
   * @throws when the account has no such site.
   */
  keep(account: AccountId, site: SiteId, orders: readonly ShopOrder[]): Promise<OrdersKept>;
  /** Keeps refunds, each once, also of orders nobody has told yet. Answers how many are new. */
  keepRefunds(account: AccountId, site: SiteId, refunds: readonly ShopRefund[]): Promise<number>;
  /** Those of these orders that are kept, in no order. */
  find(account: AccountId, site: SiteId, names: readonly OrderName[]): Promise<readonly KeptOrder[]>;
  /** The calls that name any of these visits among those that may have made them. */
  callsOfVisits(
    account: AccountId,
    visits: readonly VisitId[],
  ): Promise<readonly (CallOfVisit & { readonly visit: VisitId })[]>;
  /** Says which call each order is of, in place of what was said before. The match goes when its call goes. */
  saveMatches(account: AccountId, site: SiteId, matches: readonly NewOrderMatch[]): Promise<void>;
  /** The orders placed in a time, newest first, at most `limit`. */
  list(account: AccountId, period: ReportPeriod, limit: number): Promise<readonly KeptOrder[]>;
  /** The orders that are of a call. */
  ordersOfCall(account: AccountId, call: CallId): Promise<readonly KeptOrder[]>;
  /** The orders placed in a time, oldest first, in parts. */
  creditable(account: AccountId, period: ReportPeriod): AsyncIterable<readonly CreditableOrder[]>;
  /** Forgets every order of a shop. Answers how many there were. */
  forgetShop(account: AccountId, site: SiteId, shop: string): Promise<number>;
}
