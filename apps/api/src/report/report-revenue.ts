import {
  netMicros,
  reportRevenue,
  sharesOfCall,
  type AdCost,
  type CreditModel,
  type ReportOrder,
  type RevenueRow,
} from "@ringtrail/core/attribution";
import type { CreditableOrder, MoneyStore, OrderStore } from "@ringtrail/core/ports";
import type { NumberId } from "@ringtrail/core";
import { chooseCurrency, type CurrencySum } from "./choose-currency.ts";
import { dayAfter, daysIn, startOfDay } from "./days-in.ts";
import type { ReportAsked } from "./report-calls.ts";

/** Which report of what shops sold. */
export interface RevenueAsked extends Omit<ReportAsked, "model"> {
  readonly model: CreditModel;
}

/** Orders of one kind in the report's currency. */
interface Sold {
  readonly orders: number;
  readonly micros: number;
}

/** A report of revenue, in one currency. */
export interface RevenueReport {
  readonly currency: string | undefined;
  readonly rows: readonly RevenueRow[];
  readonly total: { readonly phone: Sold; readonly web: Sold; readonly costMicros: number };
  /** What is kept and left out because it is in other currencies. */
  readonly others: readonly (CurrencySum & { readonly orders: number })[];
}

/** What a report of revenue is made from. */
export interface RevenueGround {
  readonly orders: OrderStore;
  readonly money: MoneyStore;
  /** Every tracking number by its id. */
  readonly numbers: ReadonlyMap<NumberId, string>;
}

/** Loads the orders and the costs of some days, and lets the core credit and add up. @throws RangeError for an unknown time zone. */
export async function revenueOf(
  { orders, money, numbers }: RevenueGround,
  { account, by, model, from, to, timeZone, site, currency: wanted }: RevenueAsked,
): Promise<RevenueReport> {
  const dayOf = daysIn(timeZone);
  const period = { site, from: startOfDay(from, dayOf), before: startOfDay(dayAfter(to), dayOf) };
  const costs = await money.costs(account, { site, from, to });
  const sold: CreditableOrder[] = [];
  for await (const part of orders.creditable(account, period)) sold.push(...part);
  const net = sold.map((order) => ({ currency: order.currency, micros: netMicros(order, order.refundedMicros) }));
  const { currency, others } = chooseCurrency(net, costs, wanted);
  const told = (order: CreditableOrder): ReportOrder => ({
    day: dayOf(order.placedAt),
    number: (order.through?.call.number && numbers.get(order.through.call.number)) ?? "",
    valueMicros: netMicros(order, order.refundedMicros),
    ...sharesOfOrder(order),
  });
  const counted = sold.filter((order) => order.currency === currency);
  const phone = counted.filter(({ through }) => through !== undefined).map(told);
  const web = counted.filter(({ through }) => through === undefined).map(told);
  const paid = costs.filter((cost: AdCost) => cost.currency === currency);
  return {
    currency,
    rows: reportRevenue({ by, model, phone, web, costs: paid }),
    total: { phone: sum(phone), web: sum(web), costMicros: paid.reduce((all, { micros }) => all + micros, 0) },
    others: others.map((other) => ({
      ...other,
      orders: sold.filter((order) => order.currency === other.currency).length,
    })),
  };
}

/** An order is shared as its call is; without one it is its visit's, and without that nobody's. */
function sharesOfOrder({ through, way }: CreditableOrder): Pick<ReportOrder, "paths" | "returning" | "nobody"> {
  if (through !== undefined) return sharesOfCall(through.call);
  if (way !== undefined) return { paths: [{ probability: 1, touches: way }], returning: 0, nobody: 0 };
  return { paths: [], returning: 0, nobody: 1 };
}

function sum(orders: readonly ReportOrder[]): Sold {
  return { orders: orders.length, micros: orders.reduce((all, { valueMicros }) => all + valueMicros, 0) };
}
