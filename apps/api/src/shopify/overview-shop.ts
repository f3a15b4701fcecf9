import type { OtherTrackerList, RevenueReportShown, WaitingCallList } from "@ringtrail/api-contract";
import { after, day } from "@ringtrail/core";
import type { ConnectedShop } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { callsWaiting } from "../orders/calls-waiting.ts";
import { revenueOf } from "../report/report-revenue.ts";
import { showOrder } from "../show/show-order.ts";
import { showRevenue } from "../show/show-revenue.ts";
import { otherTrackersOf } from "../orders/other-trackers-of.ts";
import { loadNumbers } from "../workflows/load-call.ts";

/** What a merchant sees of their shop. Nothing in it says who a customer or a caller is. */
export interface ShopOverview {
  readonly shop: string;
  readonly isInstalled: boolean;
  /** In healthcare mode, which may have begun after the app was installed: the embed is told again. */
  readonly isHealthcare: boolean;
  /** Last thirty days, by channel. */
  readonly revenue: RevenueReportShown;
  readonly orders: readonly ReturnType<typeof showOrder>[];
  readonly waiting: WaitingCallList["calls"];
  /** Other call trackers that the shop's pages carried these days. */
  readonly trackers: OtherTrackerList["trackers"];
}

const [days, mostShown] = [30, 25];

/** Loads what a merchant's page shows. */
export async function overviewShop(deps: Deps, shop: ConnectedShop, timeZone: string): Promise<ShopOverview> {
  const { account, site, domain } = shop;
  const now = deps.now();
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const asked = {
    account,
    by: "channel",
    model: "last_non_direct",
    from: dayOf(after(now, -days * day)),
    // In some zones it is tomorrow already.
    to: dayOf(after(now, day)),
    timeZone,
    site,
  } as const;
  const numbers = await loadNumbers(deps, account);
  const kept = (await deps.directory.sitesOf(account)).find((one) => one.site === site);
  const revenue = await revenueOf({ orders: deps.orders, money: deps.money, numbers }, asked);
  const period = { site, from: after(now, -days * day), before: after(now, day) };
  const orders = (await deps.orders.list(account, period, mostShown)).filter((order) => order.shop === domain);
  return {
    shop: domain,
    isInstalled: shop.installedAt !== undefined,
    isHealthcare: kept?.isHealthcare === true,
    revenue: showRevenue(asked, revenue),
    orders: orders.map(showOrder),
    waiting: await callsWaiting(deps.money, account, period, mostShown),
    trackers: (await otherTrackersOf(deps, account)).filter((seen) => seen.site === site),
  };
}
