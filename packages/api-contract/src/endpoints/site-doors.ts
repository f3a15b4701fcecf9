import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";
import { SiteSummary } from "../shapes/site-summary.ts";

/** A site to be set up. */
export const NewSite = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    address: z.url({ protocol: /^https?$/ }).describe("Where its pages lie: `https://plumber.example`."),
    phone: z.string().max(32).describe("The number on its pages, which callers reach in the end."),
  })
  .meta({ id: "NewSite" });
export type NewSite = z.infer<typeof NewSite>;

/** What was seen of a site's pages in the last thirty days. */
export const SiteCheck = z
  .object({
    lastSeenAt: Moment.optional().describe("The last sign of life of a page; absent: none was seen."),
    pages: z.number().int().describe("Different pages that were seen."),
    lastSwapAt: Moment.optional().describe("When a page last showed a number of ours in place of its own."),
    adClicks: z
      .array(z.object({ source: z.string(), clicks: z.number().int(), keywords: z.number().int() }))
      .describe("Clicks on ads by source, and how many of them told their keyword."),
  })
  .meta({ id: "SiteCheck" });
export type SiteCheck = z.infer<typeof SiteCheck>;

/** Setting a site up, and whether its pages do what they should. */
export const siteDoors = {
  add: defineEndpoint({
    method: "POST",
    path: "/v1/sites",
    name: "addSite",
    summary: "Set a site up: its key, the number on its pages, and a pool that visits will borrow from",
    scope: "forwarding:write",
    body: NewSite,
    status: 201,
    response: SiteSummary,
    problems: ["phone_malformed", "sign_in_not_fresh", "country_not_allowed"],
  }),
  check: defineEndpoint({
    method: "GET",
    path: "/v1/sites/{id}/check",
    name: "checkSite",
    summary: "Whether a site's pages were seen, when a number was last swapped, and whether ads tell their keywords",
    scope: "sites:read",
    params: IdParams,
    status: 200,
    response: SiteCheck,
    whole: "the kinds of ad click there are",
    problems: ["site_unknown"],
  }),
} as const;
