import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, LongPageQuery, NextPage } from "../paging.ts";
import { SiteSummary } from "../shapes/site-summary.ts";

/** A number of the business that stands on its pages. */
export const NewTarget = z
  .strictObject({ e164: z.string().max(32), label: z.string().trim().min(1).max(100) })
  .meta({ id: "NewTarget" });
export type NewTarget = z.infer<typeof NewTarget>;

export const addTarget = defineEndpoint({
  method: "POST",
  path: "/v1/sites/{id}/targets",
  name: "addTarget",
  summary: "Let one more number of the business be swapped on a site's pages",
  scope: "sites:write",
  params: IdParams,
  body: NewTarget,
  status: 200,
  response: SiteSummary,
  problems: ["site_unknown", "phone_malformed"],
});

/** The documents that dial the business while the server is down. */
export const FallbackDocuments = NextPage.extend({
  documents: z.array(
    z.object({
      name: z.string().describe("`<digits>.<carrier>`"),
      key: z.string().describe("What stands behind the name in the address that only the carrier is told."),
      contentType: z.string(),
      body: z.string(),
    }),
  ),
}).meta({ id: "FallbackDocuments" });
export type FallbackDocuments = z.infer<typeof FallbackDocuments>;

export const listFallbackDocuments = defineEndpoint({
  method: "GET",
  path: "/v1/fallback-documents",
  name: "listFallbackDocuments",
  summary:
    "The documents that dial the business while this server is down, to be served elsewhere; page by page by number",
  scope: "numbers:read",
  query: LongPageQuery,
  status: 200,
  response: FallbackDocuments,
  problems: ["cursor_malformed"],
});
