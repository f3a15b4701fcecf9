import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Currency, Day } from "../shapes/money.ts";

/** How a report of ad costs is read where its rows say nothing. */
export const CostFileQuery = z.object({
  site: z.uuid().optional().describe("Which site the ads led to; absent: the only one there is."),
  source: z.string().trim().min(1).max(100).optional().describe("As utm_source says it, where no column does."),
  medium: z.string().trim().min(1).max(100).optional().describe("As utm_medium says it, where no column does."),
  currency: Currency.optional(),
  dateOrder: z.enum(["mdy", "dmy"]).optional().describe("Which comes first in a day such as 03/04/2026."),
  dryRun: z.enum(["yes", "no"]).default("no").describe("Reads everything and keeps nothing."),
});

/** What became of a report of ad costs. */
export const CostsImportedShown = z
  .object({
    platform: z.enum(["google", "microsoft", "meta", "generic"]).describe("Whose report it is, by its columns."),
    dryRun: z.boolean(),
    rows: z.number().int().describe("Rows that are costs."),
    added: z.number().int(),
    replaced: z.number().int().describe("Lines that were there already and now say what the file says."),
    from: Day.optional(),
    to: Day.optional(),
    sums: z.array(z.object({ currency: Currency, amount: z.number() })),
    problems: z
      .array(z.object({ line: z.number().int(), code: z.string(), detail: z.string() }))
      .describe("Rows that could not be read; the first hundred."),
    problemCount: z.number().int(),
  })
  .meta({ id: "CostsImported" });
export type CostsImportedShown = z.infer<typeof CostsImportedShown>;

/** A report of ad costs, as the platform exports it. */
export const importCosts = defineEndpoint({
  method: "POST",
  path: "/v1/costs/imports",
  name: "importCosts",
  summary:
    "Read a report of ad costs (CSV) as Google, Microsoft or Meta export it; the same file again changes nothing, and rows that cannot be read are named",
  scope: "costs:write",
  query: CostFileQuery,
  upload: {
    mediaTypes: ["text/csv"],
    alsoCalled: ["application/csv", "application/vnd.ms-excel", "text/plain", "text/tab-separated-values"],
    mostBytes: 12 * 1024 * 1024,
  },
  status: 200,
  response: CostsImportedShown,
  problems: ["site_unknown", "costs_header_missing"],
});
