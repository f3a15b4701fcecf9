import type { CallId, VisitId } from "../../ids.ts";
import type { Instant } from "../../time.ts";

/** What a customer bought, as their shop told it. Who the customer is does not belong to it. */
export interface ShopOrder {
  /** Which shop of the site it is, by its host: two shops may count from one. */
  readonly shop: string;
  /** The shop's own id of the order. */
  readonly ref: string;
  /** What people call it: `#1001`. */
  readonly label: string;
  readonly placedAt: Instant;
  /** When the shop last changed it. What is older than what is known changes nothing. */
  readonly updatedAt: Instant;
  /** ISO 4217. */
  readonly currency: string;
  /** What was to be paid, in millionths of the currency, before refunds. */
  readonly micros: number;
  readonly isCancelled: boolean;
  /** Staff take orders by phone; customers click. */
  readonly placedBy: "customer" | "staff";
  /** The visit whose cart became the order; undefined when the visitor did not agree, or there was no page. */
  readonly visit: VisitId | undefined;
}

/** Money a shop gave back. It may be heard of before its order. */
export interface ShopRefund {
  readonly shop: string;
  /** The order it is for. */
  readonly order: string;
  /** The shop's own id of the refund: the same refund counts once. */
  readonly ref: string;
  /** In millionths of the order's currency. */
  readonly micros: number;
}

/** Why an order is a call's: the visit its cart came from made the call, or whoever ordered had called. */
export type OrderRule = "visit" | "caller";

/** The call an order is credited through, and the rule that found it. */
export interface OrderMatch {
  readonly rule: OrderRule;
  readonly call: CallId;
}

/** What is left of an order: nothing of a cancelled one, and never less than nothing. */
export function netMicros(order: Pick<ShopOrder, "micros" | "isCancelled">, refundedMicros: number): number {
  return order.isCancelled ? 0 : Math.max(0, order.micros - refundedMicros);
}
