import { z } from "zod";
import { Currency, Day } from "./money.ts";

const bound = z.number().optional();

/** A figure that is expected, and the bounds it keeps in 95 of 100 cases. */
export const EstimateShown = z
  .object({
    mean: z.number(),
    low: bound.describe("Absent where it is not known."),
    high: bound.describe("Absent where it is not known, or lies beyond all measure."),
  })
  .meta({ id: "Estimate" });
export type EstimateShown = z.infer<typeof EstimateShown>;

/** One row of a report. */
export const ReportRowShown = z
  .object({
    kind: z
      .enum(["named", "unnamed", "returning", "nobody"])
      .describe(
        "`unnamed`: a visit that told nothing of this, a cost without it. `returning`: called before, no visit. `nobody`: no visit we know.",
      ),
    name: z.string().optional().describe("Present for `named` rows: a channel, a campaign, a number, a day ..."),
    calls: EstimateShown,
    value: EstimateShown.describe("What the calls were worth."),
    cost: z.number().optional().describe("Absent when no cost was told of it."),
    clicks: z.number().int(),
    impressions: z.number().int(),
    costPerCall: EstimateShown.optional().describe("Absent without cost or without calls."),
    roas: EstimateShown.optional().describe("Value for each unit of cost; absent without cost."),
  })
  .meta({ id: "ReportRow" });
export type ReportRowShown = z.infer<typeof ReportRowShown>;

/** A report of calls, their value and their cost. */
export const CreditReportShown = z
  .object({
    by: z.string(),
    model: z.string(),
    from: Day,
    to: Day,
    timeZone: z.string(),
    currency: Currency.optional().describe("Of every amount here; absent when there are no amounts."),
    rows: z.array(ReportRowShown).describe("Most calls first. They add up to the total."),
    total: z.object({ calls: z.number().int(), value: z.number(), cost: z.number() }),
    otherCurrencies: z
      .array(z.object({ currency: Currency, value: z.number(), cost: z.number() }))
      .describe("What is left out, because currencies are never added up."),
  })
  .meta({ id: "CreditReport" });
export type CreditReportShown = z.infer<typeof CreditReportShown>;
