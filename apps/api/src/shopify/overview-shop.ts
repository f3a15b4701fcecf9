import type { RevenueReportShown } from "@ringtrail/api-contract";
import { after, day } from "@ringtrail/core";
import type { ConnectedShop, CreditableCall } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { revenueOf } from "../report/report-revenue.ts";
import { showMoment } from "../show/show-moment.ts";
import { showOrder } from "../show/show-order.ts";
import { showRevenue } from "../show/show-revenue.ts";
import { loadNumbers } from "../workflows/load-call.ts";

/** A call no order has been found of yet. */
interface WaitingCall {
  readonly id: string;
  readonly rangAt: string;
  /** The channel that most probably made it ring; absent when nobody knows. */
  readonly channel?: string | undefined;
}

/** What a merchant sees of their shop. Nothing in it says who a customer or a caller is. */
export interface ShopOverview {
  readonly shop: string;
  readonly isInstalled: boolean;
  /** Last thirty days, by channel. */
  readonly revenue: RevenueReportShown;
  readonly orders: readonly ReturnType<typeof showOrder>[];
  readonly waiting: readonly WaitingCall[];
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
  const revenue = await revenueOf({ orders: deps.orders, money: deps.money, numbers }, asked);
  const period = { site, from: after(now, -days * day), before: after(now, day) };
  const waiting: WaitingCall[] = [];
  for await (const part of deps.money.creditable(account, period))
    waiting.push(...part.filter(isWaiting).map(showWaiting));
  const orders = (await deps.orders.list(account, period, mostShown)).filter((order) => order.shop === domain);
  return {
    shop: domain,
    isInstalled: shop.installedAt !== undefined,
    revenue: showRevenue(asked, revenue),
    orders: orders.map(showOrder),
    waiting: waiting.toReversed().slice(0, mostShown),
  };
}

function isWaiting({ value, orders }: CreditableCall): boolean {
  return value === undefined && orders.length === 0;
}

function showWaiting({ id, rangAt, callers, sourceTouch }: CreditableCall): WaitingCall {
  const channel = (callers[0]?.touches.at(-1)?.touch ?? sourceTouch)?.channel;
  return { id, rangAt: showMoment(rangAt), ...(channel && { channel }) };
}
