import type { saveOrders } from "@ringtrail/api-contract";
import { instant, parseE164, parseId, Phi, type E164, type Instant, type VisitId } from "@ringtrail/core";
import type { z } from "zod";
import type { ToldOrder } from "./keep-orders.ts";

type Told = z.output<(typeof saveOrders)["body"]>["orders"][number];

/** An order as the API was told it. */
export function orderTold(shop: string, told: Told, now: Instant): ToldOrder {
  const { id, number, placedAt, updatedAt, currency, amount, cancelled, placedBy, visit, phone, refunds } = told;
  const placed = instant(Date.parse(placedAt));
  return {
    order: {
      shop,
      ref: plain(id),
      label: plain(number ?? id),
      placedAt: placed,
      updatedAt: updatedAt === undefined ? now : instant(Date.parse(updatedAt)),
      currency,
      micros: Math.round(amount * 1e6),
      isCancelled: cancelled,
      placedBy,
      visit: readVisit(visit),
    },
    refunds: refunds.map((refund) => {
      return { shop, order: plain(id), ref: plain(refund.id), micros: Math.round(refund.amount * 1e6) };
    }),
    phone: readPhone(phone),
  };
}

/** A cart's attribute is in customers' hands: what is no id of a visit is passed over. */
export function readVisit(text: string | undefined): VisitId | undefined {
  const visit = text === undefined ? undefined : parseId<VisitId>(text.trim());
  return visit?.ok === true ? visit.value : undefined;
}

/** Shops keep numbers as customers typed them: what is no number is passed over. */
export function readPhone(text: string | undefined): Phi<E164> | undefined {
  const number = text === undefined ? undefined : parseE164(text.replaceAll(/[\s().-]/g, ""));
  return number?.ok === true ? Phi.seal(number.value) : undefined;
}

/** Text PostgreSQL can keep. */
function plain(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
