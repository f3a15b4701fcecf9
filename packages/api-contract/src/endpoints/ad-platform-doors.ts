import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Cursor, IdParams, LongPageQuery, NextPage } from "../paging.ts";
import { AdPlatformShown, AdPlatformWanted, ToldConversionShown } from "../shapes/ad-platform.ts";
import { Currency, Day } from "../shapes/money.ts";

/** Ad platforms that are told of calls. */
export const AdPlatformList = NextPage.extend({ platforms: z.array(AdPlatformShown) }).meta({ id: "AdPlatformList" });
export type AdPlatformList = z.infer<typeof AdPlatformList>;

/** Which file of conversions. */
export const ConversionFileQuery = z.object({
  for: z.enum(["google_ads", "microsoft_ads"]).describe("In whose template."),
  name: z.string().trim().min(1).max(100).describe("The conversion action's or goal's name, as the platform has it."),
  from: Day,
  to: Day.describe("The last day, in UTC."),
  site: z.uuid().optional().describe("Whose calls; absent: the only site there is."),
  weigh: z.enum(["threshold", "share"]).default("threshold"),
  least: z.coerce.number().min(0).max(1).default(0.8),
  leastTalkSeconds: z.coerce.number().min(0).max(3_600).default(1),
  usualValue: z.coerce.number().min(0).max(1e9).optional().describe("For calls that nobody valued."),
  currency: Currency.optional().describe("Of the usual value."),
  shareCaller: z.enum(["true", "false"]).default("false").describe("With a hash of the caller, where it may be sent."),
});

export const listAdPlatforms = defineEndpoint({
  method: "GET",
  path: "/v1/ad-platforms",
  name: "listAdPlatforms",
  summary: "Which ad platforms are told of calls, and what came of it; page by page by site",
  scope: "sites:read",
  query: LongPageQuery,
  status: 200,
  response: AdPlatformList,
  problems: ["cursor_malformed"],
});

export const saveAdPlatform = defineEndpoint({
  method: "PUT",
  path: "/v1/ad-platforms",
  name: "saveAdPlatform",
  summary: "Tell an ad platform of a site's calls from now on; one of each kind per site",
  scope: "sites:write",
  body: AdPlatformWanted,
  status: 200,
  response: AdPlatformShown,
  problems: ["site_unknown", "healthcare_site", "ad_platform_keys_missing"],
});

export const removeAdPlatform = defineEndpoint({
  method: "DELETE",
  path: "/v1/ad-platforms/{id}",
  name: "removeAdPlatform",
  summary: "Tell an ad platform nothing more; what it was told stays with it",
  scope: "sites:write",
  params: IdParams,
  status: 204,
  problems: ["ad_platform_unknown"],
});

export const exportConversions = defineEndpoint({
  method: "GET",
  path: "/v1/conversions.csv",
  name: "exportConversions",
  summary: "Credited calls as a file for Google Ads or Microsoft Advertising",
  scope: "calls:export",
  query: ConversionFileQuery,
  status: 200,
  mediaType: "text/csv",
  problems: ["site_unknown", "healthcare_site"],
});

/** What platforms were told of calls, newest first. */
export const ConversionLedger = NextPage.extend({ conversions: z.array(ToldConversionShown) }).meta({
  id: "ConversionLedger",
});
export type ConversionLedger = z.infer<typeof ConversionLedger>;

export const listConversions = defineEndpoint({
  method: "GET",
  path: "/v1/conversions",
  name: "listConversions",
  summary: "What ad platforms were told of calls of the last 90 days, by API and by file, newest first",
  scope: "calls:read",
  query: z.object({
    site: z.uuid().optional().describe("Whose calls; absent: every site's."),
    cursor: Cursor,
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  status: 200,
  response: ConversionLedger,
  problems: ["cursor_malformed"],
});

/** The doors to ad platforms. */
export const adDoors = {
  list: listAdPlatforms,
  save: saveAdPlatform,
  remove: removeAdPlatform,
  exportFile: exportConversions,
  ledger: listConversions,
} as const;
