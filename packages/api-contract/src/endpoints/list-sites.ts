import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, LongPageQuery } from "../paging.ts";
import { SiteSummary } from "../shapes/site-summary.ts";

/** Sites of the account. */
export const SiteList = NextPage.extend({ sites: z.array(SiteSummary) }).meta({ id: "SiteList" });
export type SiteList = z.infer<typeof SiteList>;

/** The sites. */
export const listSites = defineEndpoint({
  method: "GET",
  path: "/v1/sites",
  name: "listSites",
  summary: "Sites with their numbers, page by page by name",
  scope: "sites:read",
  query: LongPageQuery,
  status: 200,
  response: SiteList,
  problems: ["cursor_malformed"],
});
