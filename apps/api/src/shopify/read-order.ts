import { instant } from "@ringtrail/core";
import type { ShopRefund } from "@ringtrail/core/attribution";
import { z } from "zod";
import type { ToldOrder } from "../orders/keep-orders.ts";
import { readPhone, readVisit } from "../orders/order-told.ts";

/** The cart's attribute that names the visit. */
export const visitAttribute = "_ringtrail_visit";

const Id = z.union([z.number().int(), z.string().min(1).max(100)]).transform(String);
const Money = z.coerce.number().min(0).max(1e12);
const Time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue("is no time");
  return instant(at);
});
const Phone = z.object({ phone: z.string().nullish() }).nullish();
const Transaction = z.object({ kind: z.string(), status: z.string().nullish(), amount: Money });
const Refund = z.object({ id: Id, transactions: z.array(Transaction).default([]) });

const Order = z.object({
  id: Id,
  name: z.string().max(100).nullish(),
  created_at: Time,
  updated_at: Time,
  cancelled_at: z.string().nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total_price: Money,
  source_name: z.string().nullish(),
  note_attributes: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  refunds: z.array(Refund).nullish(),
  phone: z.string().nullish(),
  customer: Phone,
  billing_address: Phone,
});

/**
 * Reads an order as Shopify's webhooks tell it (`orders/create`, `orders/paid`, `orders/cancelled`, `orders/updated`).
 * Undefined when it is none. Amounts are in the shop's own currency. The attribute of the cart stands in
 * `note_attributes`, which customers cannot change once the order is placed.
 */
export function readOrder(shop: string, told: unknown): ToldOrder | undefined {
  const parsed = Order.safeParse(told);
  if (!parsed.success) return undefined;
  const { id, name, currency, refunds, phone, customer, billing_address: billing, ...order } = parsed.data;
  const visit = order.note_attributes?.find((attribute) => attribute.name === visitAttribute)?.value;
  return {
    order: {
      shop,
      ref: id,
      label: name || id,
      placedAt: order.created_at,
      updatedAt: order.updated_at,
      currency,
      micros: Math.round(order.total_price * 1e6),
      isCancelled: Boolean(order.cancelled_at),
      // What is typed in at the shop's desk begins as a draft.
      placedBy: order.source_name === "shopify_draft_order" ? "staff" : "customer",
      visit: typeof visit === "string" ? readVisit(visit) : undefined,
    },
    refunds: (refunds ?? []).flatMap((refund) => refundOf(shop, id, refund)),
    phone: readPhone(phone ?? customer?.phone ?? billing?.phone ?? undefined),
  };
}

const RefundTold = Refund.extend({ order_id: Id });

/** Reads what `refunds/create` tells: of one refund, without its order. */
export function readRefund(shop: string, told: unknown): readonly ShopRefund[] | undefined {
  const parsed = RefundTold.safeParse(told);
  return parsed.success ? refundOf(shop, parsed.data.order_id, parsed.data) : undefined;
}

/** What went back for good; a refund of goods alone moves no money. */
function refundOf(shop: string, order: string, { id, transactions }: z.output<typeof Refund>): readonly ShopRefund[] {
  const paid = transactions.filter(({ kind, status }) => kind === "refund" && (status ?? "success") === "success");
  const micros = Math.round(paid.reduce((sum, { amount }) => sum + amount, 0) * 1e6);
  return micros === 0 ? [] : [{ shop, order, ref: id, micros }];
}
