import { z } from "zod";
import { EstimateShown } from "./credit-report.ts";
import { Currency, Day } from "./money.ts";

const count = z.number().int();

/** How many calls there were. */
const counted = {
  calls: count,
  answered: count,
  missed: count.describe("Ended without anybody having talked. A call that goes on is neither."),
  firstTime: count.describe("Of callers nobody knows an earlier call of."),
  spam: count.describe("Flagged as spam; they count among the others too."),
};

const rowName = {
  kind: z
    .enum(["named", "unnamed", "returning", "nobody"])
    .describe(
      "`returning`: called before, no visit. `nobody`: no visit we know. `unnamed`: a visit that told nothing.",
    ),
  name: z.string().optional().describe("Present for `named` rows."),
};

/** Calls of some days in all, beside what they cost and were worth. */
export const OverviewTotals = z
  .object({
    from: Day,
    to: Day,
    ...counted,
    value: z.number().describe("What the calls were worth."),
    cost: z.number().optional().describe("Absent when no cost was told."),
    costPerCall: z.number().optional().describe("Absent without cost or without calls."),
  })
  .meta({ id: "OverviewTotals" });
export type OverviewTotals = z.infer<typeof OverviewTotals>;

/** A row of an overview: whose some calls are expected to be. */
export const OverviewRow = z
  .object({
    ...rowName,
    calls: EstimateShown,
    value: z.number().describe("Expected."),
    cost: z.number().optional(),
    costPerCall: EstimateShown.optional(),
  })
  .meta({ id: "OverviewRow" });
export type OverviewRow = z.infer<typeof OverviewRow>;

/** One day with calls. */
export const OverviewDay = z
  .object({ day: Day, ...counted, channels: z.array(z.object({ ...rowName, calls: EstimateShown })) })
  .meta({ id: "OverviewDay" });
export type OverviewDay = z.infer<typeof OverviewDay>;

/** A page group of clinics in the periods that ended within these days. */
export const PageGroupRow = z
  .object({
    kind: z
      .enum(["named", "other", "hidden"])
      .describe("`other`: pages that no group has. `hidden`: groups of fewer than the threshold, together."),
    name: z.string().optional().describe("Present for `named` rows."),
    opened: count.describe("How often its pages were opened."),
    tapped: count.describe("How often a number on them was tapped."),
  })
  .meta({ id: "PageGroupRow" });
export type PageGroupRow = z.infer<typeof PageGroupRow>;

/** What calls add up to. Credit is that of the visit that called. */
export const OverviewShown = z
  .object({
    timeZone: z.string().describe("The account's: days are counted by it."),
    isTimeZoneChosen: z.boolean().describe("False as long as nobody has chosen one; then it is UTC."),
    currency: Currency.optional().describe("Of every amount here; absent when there are no amounts."),
    otherCurrencies: z
      .array(z.object({ currency: Currency, value: z.number(), cost: z.number() }))
      .describe("What is left out, because currencies are never added up."),
    total: OverviewTotals,
    before: OverviewTotals.optional().describe("The days to compare with, if they were asked for."),
    days: z.array(OverviewDay).describe("In order; a day without calls is left out."),
    channels: z.array(OverviewRow).describe("Every channel, most calls first. They add up to the calls."),
    sources: z.array(OverviewRow).describe("The ten most calls are expected of."),
    keywords: z.array(OverviewRow),
    landingPages: z.array(OverviewRow),
    pageGroups: z
      .array(PageGroupRow)
      .optional()
      .describe("Of sites in healthcare mode, most opened first; absent where no period of one was counted."),
  })
  .meta({ id: "Overview" });
export type OverviewShown = z.infer<typeof OverviewShown>;
