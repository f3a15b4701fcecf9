import type {
  OrderShown,
  OtherTrackerList,
  RevenueReportShown,
  RevenueRowShown,
  WaitingCallList,
} from "@ringtrail/api-contract";
import { callId } from "./sample-calls.ts";

const site = "51000000-0000-4000-8000-000000000001";
const exactly = (mean: number) => ({ mean, low: mean, high: mean });
const part = (orders: number, revenue: number) => ({ orders: exactly(orders), revenue: exactly(revenue) });

/** An order of the phone, found by its cart's visit. */
export function anOrder(nth: number, over: Partial<OrderShown> = {}): OrderShown {
  return {
    site,
    shop: "copper-kettle.myshopify.com",
    id: String(nth),
    number: `#${1000 + nth}`,
    placedAt: "2026-11-24T15:00:00.000Z",
    currency: "USD",
    amount: 120,
    refunded: 20,
    net: 100,
    cancelled: false,
    placedBy: "customer",
    hasVisit: true,
    rule: "visit",
    call: callId(nth),
    ...over,
  };
}

/** A call of a Meta ad that no order was found of. */
export function aWaitingCall(nth: number): WaitingCallList["calls"][number] {
  return { id: callId(nth), rangAt: "2026-11-24T16:00:00.000Z", channel: "paid_social" };
}

/** Another call tracker, seen a moment ago. */
export function anOtherTracker(): OtherTrackerList["trackers"][number] {
  return { site, name: "callrail.com", firstSeenAt: "2026-11-01T09:00:00.000Z", lastSeenAt: new Date().toISOString() };
}

/** Two ads and one order in yen: three quarters of the phone's hundred dollars are the first ad's, give or take. */
export function aRevenueReport(by: string, days: { readonly from: string; readonly to: string }): RevenueReportShown {
  const rows: RevenueRowShown[] = [
    {
      kind: "named",
      name: by === "campaign" ? "Kettles" : "paid_social",
      phone: { orders: exactly(0.75), revenue: { mean: 75, low: 60, high: 90 } },
      web: part(0, 0),
      cost: 30,
      roas: exactly(2.5),
    },
    {
      kind: "named",
      name: by === "campaign" ? "Spring" : "paid_search",
      phone: { orders: exactly(0.25), revenue: { mean: 25, low: 10, high: 40 } },
      web: part(1, 50),
      cost: 10,
      roas: exactly(7.5),
    },
    { kind: "nobody", phone: part(0, 0), web: part(1, 20) },
  ];
  return {
    by,
    model: "last_non_direct",
    timeZone: "UTC",
    ...days,
    currency: "USD",
    rows,
    total: { phone: { orders: 1, revenue: 100 }, web: { orders: 2, revenue: 70 }, cost: 40 },
    otherCurrencies: [{ currency: "JPY", orders: 1, revenue: 900, cost: 0 }],
  };
}
