import { z } from "zod";
import { EstimateShown } from "./credit-report.ts";
import { Currency, Day } from "./money.ts";

const part = z.object({ orders: EstimateShown, revenue: EstimateShown });

/** One row of a report of revenue. */
export const RevenueRowShown = z
  .object({
    kind: z.enum(["named", "unnamed", "returning", "nobody"]),
    name: z.string().optional().describe("Present for `named` rows: a channel, a campaign, a day ..."),
    phone: part.describe("Orders that came of a call, shared as the call itself is."),
    web: part.describe("All other orders, credited to the visit whose cart it was."),
    cost: z.number().optional().describe("Absent when no cost was told of it."),
    roas: EstimateShown.optional().describe("Phone and web together for each unit of cost; absent without cost."),
  })
  .meta({ id: "RevenueRow" });
export type RevenueRowShown = z.infer<typeof RevenueRowShown>;

const sums = z.object({ orders: z.number().int(), revenue: z.number() });

/** What shops sold by phone and on the web, beside what ads cost. */
export const RevenueReportShown = z
  .object({
    by: z.string(),
    model: z.string(),
    from: Day,
    to: Day,
    timeZone: z.string(),
    currency: Currency.optional().describe("Of every amount here; absent when there are no amounts."),
    rows: z.array(RevenueRowShown).describe("Most revenue first. They add up to the total."),
    total: z.object({ phone: sums, web: sums, cost: z.number() }),
    otherCurrencies: z
      .array(z.object({ currency: Currency, orders: z.number().int(), revenue: z.number(), cost: z.number() }))
      .describe("Orders and costs that are kept and not counted here, because currencies are never added up."),
  })
  .meta({ id: "RevenueReport" });
export type RevenueReportShown = z.infer<typeof RevenueReportShown>;
