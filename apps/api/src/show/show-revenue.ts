import type { RevenueReportShown, RevenueRowShown } from "@ringtrail/api-contract";
import type { RevenuePart, RevenueRow } from "@ringtrail/core/attribution";
import type { RevenueAsked, RevenueReport } from "../report/report-revenue.ts";
import { showEstimate } from "./show-report.ts";

/** A report of revenue in the contract's words: amounts in units of the currency. */
export function showRevenue(
  { by, model, from, to, timeZone }: RevenueAsked,
  report: RevenueReport,
): RevenueReportShown {
  const { currency, rows, total, others } = report;
  const sums = ({ orders, micros }: RevenueReport["total"]["phone"]) => ({ orders, revenue: micros / 1e6 });
  return {
    by,
    model,
    from,
    to,
    timeZone,
    ...(currency === undefined ? {} : { currency }),
    rows: rows.map(showRow),
    total: { phone: sums(total.phone), web: sums(total.web), cost: total.costMicros / 1e6 },
    otherCurrencies: others.map((other) => ({
      currency: other.currency,
      orders: other.orders,
      revenue: other.valueMicros / 1e6,
      cost: other.costMicros / 1e6,
    })),
  };
}

function showRow({ kind, name, phone, web, costMicros, roas }: RevenueRow): RevenueRowShown {
  const part = ({ orders, micros }: RevenuePart) => ({
    orders: showEstimate(orders),
    revenue: showEstimate(micros, 1e6),
  });
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    phone: part(phone),
    web: part(web),
    ...(costMicros === undefined ? {} : { cost: costMicros / 1e6 }),
    ...(roas === undefined ? {} : { roas: showEstimate(roas) }),
  };
}
