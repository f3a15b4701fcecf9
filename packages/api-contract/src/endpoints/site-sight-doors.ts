import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, LongPageQuery, NextPage } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

/** Something that used to be heard, and how it is now. */
export const HeardShown = z
  .object({
    site: z.uuid(),
    what: z.enum(["visits", "calls"]),
    name: z.string().describe("The site's name, or the number the calls are of."),
    state: z
      .enum(["heard", "silent", "learning", "unheard"])
      .describe("`learning`: its rhythm is younger than two weeks. `unheard`: nothing yet."),
    lastHeardAt: Moment.optional().describe("The end of the last hour in which anything happened."),
    missed: z.number().int().optional().describe("How often it would have happened since then, by its own rhythm."),
  })
  .meta({ id: "HeardThing" });
export type HeardShown = z.infer<typeof HeardShown>;

/** Everything the silence alarm watches. */
export const SilenceList = NextPage.extend({ things: z.array(HeardShown) }).meta({ id: "SilenceList" });
export type SilenceList = z.infer<typeof SilenceList>;

/** A page to be looked at. */
export const PageToLookAt = z
  .strictObject({
    address: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .describe("Of the site; it is fetched once."),
  })
  .meta({ id: "PageToLookAt" });

/** A phone number on a page, and what a visitor would see there. */
export const NumberOnPage = z
  .object({
    e164: z.string(),
    written: z.string().describe("As the page writes it."),
    before: z.string().describe("What stands before it."),
    behind: z.string(),
    target: z.uuid().optional().describe("Set when it is one of the site's own to be swapped."),
    shown: z.string().optional().describe("What a visitor would see in its place, in the page's own writing."),
  })
  .meta({ id: "NumberOnPage" });
export type NumberOnPage = z.infer<typeof NumberOnPage>;

/** What was found on a page. */
export const PageLook = z
  .object({
    address: z.string(),
    title: z.string().optional(),
    hasSnippet: z.boolean().describe("Our script stands in the page as it is served; a tag manager may add it later."),
    numbers: z.array(NumberOnPage).describe("In the order of the page, each writing once; at most fifty."),
    seen: z
      .object({
        visits: z.number().int().describe("Visits that opened it in the last 30 days, of people who agreed."),
        lastSeenAt: Moment.optional(),
        lastSwapAt: Moment.optional().describe("When it was last opened with a number of yours in place of its own."),
      })
      .optional()
      .describe("What visitors' browsers told of this page. Absent from an earlier server."),
    isCut: z.boolean().describe("The page is longer than was read."),
  })
  .meta({ id: "PageLook" });
export type PageLook = z.infer<typeof PageLook>;

/** What is seen of sites from here. */
export const siteSightDoors = {
  silences: defineEndpoint({
    method: "GET",
    path: "/v1/silences",
    name: "listSilences",
    summary: "Visits and calls that used to be heard: which have fallen silent, and since when; page by page by site",
    scope: "sites:read",
    query: LongPageQuery,
    status: 200,
    response: SilenceList,
    problems: ["cursor_malformed"],
  }),
  lookAtPage: defineEndpoint({
    method: "POST",
    path: "/v1/sites/{id}/page-looks",
    name: "lookAtPage",
    summary: "Read a page of the site once: the phone numbers on it, and which would be swapped; nothing is kept",
    scope: "sites:read",
    params: IdParams,
    body: PageToLookAt,
    status: 200,
    response: PageLook,
    problems: ["site_unknown", "page_elsewhere", "page_unreachable"],
  }),
} as const;
