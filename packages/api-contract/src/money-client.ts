import { adClient, type AdClient } from "./ad-client.ts";
import type { CostsKeptShown, NewCosts } from "./endpoints/money-doors.ts";
import type { CostsImportedShown } from "./endpoints/cost-import-door.ts";
import type { NewOrders, OrderList, OrdersKeptShown } from "./endpoints/order-doors.ts";
import type { NewShop, ShopList, ShopShown } from "./endpoints/shop-doors.ts";
import type { OtherTrackerList, WaitingCallList } from "./endpoints/shop-sight-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { CreditReportShown } from "./shapes/credit-report.ts";
import type { CallValueShown } from "./shapes/money.ts";
import type { ChannelRuleList, ChannelTried, LandingTried } from "./endpoints/channel-rule-doors.ts";
import type { TimeZoneChosen } from "./endpoints/overview-doors.ts";
import type { OverviewShown } from "./shapes/overview.ts";
import type { RevenueReportShown } from "./shapes/revenue-report.ts";
import type { OrderRulesShown } from "./shapes/shop-order.ts";

/** Which report; what is absent is as the reference says. */
export interface ReportFilter {
  /** `2026-11-01`; the first and the last day. */
  readonly from: string;
  readonly to: string;
  readonly by?: string | undefined;
  readonly model?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly site?: string | undefined;
  readonly currency?: string | undefined;
}

/** Which days, and which to compare with; what is absent is as the reference says. */
export interface OverviewFilter extends Pick<Partial<ReportFilter>, "from" | "to" | "site" | "currency"> {
  /** The last so many, in place of `from` and `to`. */
  readonly days?: number | undefined;
  readonly compare?: "before" | "year" | "none" | undefined;
}

/** Which orders; what is absent is as the reference says. */
export interface OrderFilter extends Pick<ReportFilter, "from" | "to" | "timeZone" | "site"> {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** How a report of costs is read where its rows say nothing. */
export interface CostFileRead {
  readonly site?: string | undefined;
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly currency?: string | undefined;
  readonly dateOrder?: "mdy" | "dmy" | undefined;
  readonly dryRun?: "yes" | undefined;
}

/** What calls cost and what they were worth. */
export interface MoneyClient extends AdClient {
  overview(filter?: OverviewFilter): Promise<OverviewShown>;
  chooseTimeZone(chosen: TimeZoneChosen): Promise<TimeZoneChosen>;
  channelRules(): Promise<ChannelRuleList>;
  /** Which rule fires; nothing is kept. */
  tryChannelRules(landing: LandingTried): Promise<ChannelTried>;
  callReport(filter: ReportFilter): Promise<CreditReportShown>;
  /** Told twice, costs count once. */
  saveCosts(costs: NewCosts): Promise<CostsKeptShown>;
  /** Reads a report of ad costs; the same file again changes nothing. */
  importCosts(file: Blob, how?: CostFileRead): Promise<CostsImportedShown>;
  revenueReport(filter: ReportFilter): Promise<RevenueReportShown>;
  /** Told twice, orders count once. */
  saveOrders(orders: NewOrders): Promise<OrdersKeptShown>;
  shops(page?: PageAsked): Promise<ShopList>;
  connectShop(shop: NewShop): Promise<ShopShown>;
  orders(filter: OrderFilter): Promise<OrderList>;
  /** Calls no order has been found of. */
  waitingCalls(filter: OrderFilter): Promise<WaitingCallList>;
  otherTrackers(page?: PageAsked): Promise<OtherTrackerList>;
  callOrders(call: string): Promise<OrderList>;
  orderRules(site: string): Promise<OrderRulesShown>;
  setOrderRules(site: string, rules: OrderRulesShown): Promise<OrderRulesShown>;
  callValue(call: string): Promise<CallValueShown>;
  setCallValue(call: string, value: CallValueShown): Promise<CallValueShown>;
  removeCallValue(call: string): Promise<void>;
}

/** How one request is made. */
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** The part of the client that is about money. */
export function moneyClient(ask: Ask): MoneyClient {
  const value = (call: string) => `/v1/calls/${encodeURIComponent(call)}/value`;
  return {
    ...adClient(ask),
    overview: (filter = {}) => ask("GET", `/v1/reports/overview${queryOf(filter)}`),
    chooseTimeZone: (chosen) => ask("PUT", "/v1/account/time-zone", chosen),
    channelRules: () => ask("GET", "/v1/channel-rules"),
    tryChannelRules: (landing) => ask("POST", "/v1/channel-rules/tests", landing),
    callReport: (filter) => ask("GET", `/v1/reports/calls${queryOf(filter)}`),
    saveCosts: (costs) => ask("POST", "/v1/costs", costs),
    importCosts: (file, how = {}) => ask("POST", `/v1/costs/imports${queryOf(how)}`, file),
    revenueReport: (filter) => ask("GET", `/v1/reports/revenue${queryOf(filter)}`),
    saveOrders: (orders) => ask("POST", "/v1/orders", orders),
    shops: (page = {}) => ask("GET", `/v1/shops${queryOf(page)}`),
    connectShop: (shop) => ask("POST", "/v1/shops", shop),
    orders: (filter) => ask("GET", `/v1/orders${queryOf(filter)}`),
    waitingCalls: (filter) => ask("GET", `/v1/orders/waiting${queryOf(filter)}`),
    otherTrackers: (page = {}) => ask("GET", `/v1/other-trackers${queryOf(page)}`),
    callOrders: (call) => ask("GET", `/v1/calls/${encodeURIComponent(call)}/orders`),
    orderRules: (site) => ask("GET", `/v1/sites/${encodeURIComponent(site)}/order-rules`),
    setOrderRules: (site, rules) => ask("PUT", `/v1/sites/${encodeURIComponent(site)}/order-rules`, rules),
    callValue: (call) => ask("GET", value(call)),
    setCallValue: (call, told) => ask("PUT", value(call), told),
    removeCallValue: (call) => ask("DELETE", value(call)),
  };
}
