import type { OrderShown } from "@ringtrail/api-contract";
import { netMicros } from "@ringtrail/core/attribution";
import type { KeptOrder } from "@ringtrail/core/ports";
import { showMoment } from "./show-moment.ts";

/** An order in the contract's words: amounts in units of the currency. */
export function showOrder(order: KeptOrder): OrderShown {
  const { site, shop, ref, label, placedAt, currency, micros, refundedMicros, isCancelled, placedBy } = order;
  return {
    site,
    shop,
    id: ref,
    number: label,
    placedAt: showMoment(placedAt),
    currency,
    amount: micros / 1e6,
    refunded: refundedMicros / 1e6,
    net: netMicros(order, refundedMicros) / 1e6,
    cancelled: isCancelled,
    placedBy,
    hasVisit: order.visit !== undefined,
    rule: order.match?.rule ?? "none",
    ...(order.match && { call: order.match.call }),
  };
}
