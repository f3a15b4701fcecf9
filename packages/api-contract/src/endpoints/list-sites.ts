import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, WholeOrPage } from "../paging.ts";
import { SiteSummary } from "../shapes/site-summary.ts";

/** Every site of the account. */
export const SiteList = NextPage.extend({ sites: z.array(SiteSummary) }).meta({ id: "SiteList" });
export type SiteList = z.infer<typeof SiteList>;

/** The sites. */
export const listSites = defineEndpoint({
  method: "GET",
  path: "/v1/sites",
  name: "listSites",
  summary: "Every site with its numbers",
  scope: "sites:read",
  query: WholeOrPage,
  status: 200,
  response: SiteList,
  problems: ["cursor_malformed"],
});
