import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Beacon } from "../public/beacon.ts";
import { PageCount } from "../public/page-count.ts";
import { SiteConfig } from "../public/site-config.ts";
import { SnippetReport } from "../public/snippet-report.ts";
import { SwapRequest, SwapResponse } from "../public/swap.ts";

/** What a page needs before it may ask anything of a visitor. */
export const getSiteConfig = defineEndpoint({
  method: "GET",
  path: "/v1/sites/{key}/config",
  name: "getSiteConfig",
  summary: "A site's public settings for the snippet; cacheable",
  scope: "public",
  params: z.object({ key: z.string().max(64) }),
  status: 200,
  response: SiteConfig,
  whole: "what one site's script needs",
  problems: ["site_unknown"],
});

/** Which numbers a visit is shown. */
export const swapNumbers = defineEndpoint({
  method: "POST",
  path: "/v1/swap",
  name: "swapNumbers",
  summary: "The numbers to show this visit. JSON, usually sent as text/plain",
  scope: "public",
  body: SwapRequest,
  status: 200,
  response: SwapResponse,
  problems: ["site_unknown", "origin_not_allowed", "page_address_refused", "token_invalid", "body_too_long"],
});

/** What happened on a page. */
export const sendBeacon = defineEndpoint({
  method: "POST",
  path: "/v1/beacon",
  name: "sendBeacon",
  summary: "What happened on a page. JSON, usually sent as text/plain",
  scope: "public",
  body: Beacon,
  status: 204,
  problems: [
    "site_unknown",
    "origin_not_allowed",
    "page_address_refused",
    "token_invalid",
    "visit_unknown",
    "body_too_long",
  ],
});

/** A page of a clinic was opened, or a number on it tapped. */
export const countPage = defineEndpoint({
  method: "POST",
  path: "/v1/sites/{key}/page-counts",
  name: "countPage",
  summary:
    "A page of a clinic was opened, or a number on it tapped: the name of its page group. JSON, sent as text/plain",
  scope: "public",
  params: z.object({ key: z.string().max(64) }),
  body: PageCount,
  status: 204,
  problems: ["site_unknown", "origin_not_allowed", "body_too_long"],
});

/** What the script on a page tells of itself. */
export const reportSnippet = defineEndpoint({
  method: "POST",
  path: "/v1/report",
  name: "reportSnippet",
  summary: "A failure of the script on a page, or another call tracker beside it. Nothing about the visitor",
  scope: "public",
  body: SnippetReport,
  status: 204,
  problems: ["site_unknown", "origin_not_allowed", "body_too_long"],
});
