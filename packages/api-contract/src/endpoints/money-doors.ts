import type { PathModel, ReportDimension } from "@ringtrail/core/attribution";
import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { CreditReportShown } from "../shapes/credit-report.ts";
import { AdCostTold, CallValueShown, Currency, Day } from "../shapes/money.ts";

/** Lines of cost of one site. */
export const NewCosts = z
  .strictObject({
    site: z.uuid().optional().describe("Which site the ads led to; absent: the only one there is."),
    import: z
      .uuid()
      .optional()
      .describe(
        "Of your making. Requests that share it add up lines that say the same of themselves; a later import replaces.",
      ),
    costs: z.array(AdCostTold).min(1).max(500),
  })
  .meta({ id: "NewCosts" });
export type NewCosts = z.input<typeof NewCosts>;

/** What became of lines of cost. */
export const CostsKeptShown = z
  .object({
    import: z.uuid(),
    added: z.number().int(),
    replaced: z.number().int().describe("Lines that were there already and now say what was told last."),
  })
  .meta({ id: "CostsKept" });
export type CostsKeptShown = z.infer<typeof CostsKeptShown>;

const models = [
  "first",
  "last",
  "last_non_direct",
  "last_paid",
  "linear",
  "position",
  "w_shaped",
  "time_decay",
  "markov",
  "shapley",
  "fractional",
] as const satisfies readonly PathModel[];

const dimensions = [
  "channel",
  "source",
  "medium",
  "campaign",
  "keyword",
  "landing_page",
  "number",
  "day",
] as const satisfies readonly ReportDimension[];

/** Which report. */
export const ReportQuery = z.object({
  by: z.enum(dimensions).default("channel").describe("What the rows are about."),
  model: z
    .enum(models)
    .default("last")
    .describe(
      "How a call is split among the visits before it. `last` credits the visit that called, as the overview does. `markov` and `fractional` look at all paths together, and answer for at most 100 rows.",
    ),
  from: Day.describe("The first day."),
  to: Day.describe("The last day, at most 400 days later."),
  timeZone: z.string().max(64).default("UTC").describe("Whose days, as IANA names it: `America/New_York`."),
  site: z.uuid().optional().describe("Only this site's calls and costs."),
  currency: Currency.optional().describe("Absent: the one most was paid in, else most was earned in."),
});

export const saveCosts = defineEndpoint({
  method: "POST",
  path: "/v1/costs",
  name: "saveCosts",
  summary: "Tell what ads cost; told twice it counts once",
  scope: "costs:write",
  body: NewCosts,
  status: 200,
  response: CostsKeptShown,
  problems: ["site_unknown"],
});

export const getCallReport = defineEndpoint({
  method: "GET",
  path: "/v1/reports/calls",
  name: "getCallReport",
  summary: "Calls by channel, campaign, number or day, with bounds, beside what they cost and were worth; rows add up",
  scope: "calls:read",
  query: ReportQuery,
  status: 200,
  response: CreditReportShown,
  whole: "a report whose rows add up to its totals; `markov` and `fractional` answer for at most 100 of them",
  problems: ["report_too_wide"],
});

export const exportCallReport = defineEndpoint({
  method: "GET",
  path: "/v1/reports/calls.csv",
  name: "exportCallReport",
  summary: "The same as a spreadsheet (CSV, RFC 4180)",
  scope: "calls:export",
  query: ReportQuery,
  status: 200,
  mediaType: "text/csv",
  problems: ["report_too_wide"],
});

export const getCallValue = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}/value",
  name: "getCallValue",
  summary: "What a call was worth, as somebody said",
  scope: "calls:read",
  params: IdParams,
  status: 200,
  response: CallValueShown,
  problems: ["call_unknown", "value_absent"],
});

export const setCallValue = defineEndpoint({
  method: "PUT",
  path: "/v1/calls/{id}/value",
  name: "setCallValue",
  summary: "Say what a call was worth",
  scope: "calls:write",
  params: IdParams,
  body: CallValueShown,
  status: 200,
  response: CallValueShown,
  problems: ["call_unknown"],
});

export const removeCallValue = defineEndpoint({
  method: "DELETE",
  path: "/v1/calls/{id}/value",
  name: "removeCallValue",
  summary: "Take back what a call was worth",
  scope: "calls:write",
  params: IdParams,
  status: 204,
  problems: ["call_unknown"],
});
