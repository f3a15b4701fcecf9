import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, PageQuery } from "../paging.ts";
import { CallSummary } from "../shapes/call-summary.ts";
import { Moment } from "../shapes/moment.ts";
import { Day } from "../shapes/money.ts";

/** A page of calls. */
export const CallList = NextPage.extend({ calls: z.array(CallSummary) }).meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;

const name = z.string().max(200).optional();

/** What narrows a list of calls. Every part that is there must fit. */
const filter = {
  site: z.uuid().optional().describe("Only calls of this site."),
  from: Moment.optional().describe("Only calls that rang then or later."),
  before: Moment.optional().describe("Only calls that rang earlier."),
  fromDay: Day.optional().describe("Only calls of this day or later, as the account's time zone counts days."),
  toDay: Day.optional().describe("Only calls of this day or earlier."),
  spam: z.enum(["hide", "only"]).optional().describe("Leave out calls flagged as spam, or list them alone."),
  channel: name.describe("Of somebody who may have called. Of these four, an empty text: nothing was told of it."),
  source: name,
  keyword: name,
  landingPage: name.describe("The path of the page their visit began on."),
  who: z.enum(["returning", "nobody"]).optional().describe("Somebody without a visit may have made the call."),
  outcome: z.enum(["answered", "missed"]).optional(),
  firstTime: z.literal("yes").optional().describe("Only of callers nobody knows an earlier call of."),
  words: name.describe(
    "Words of a source, campaign, keyword, landing page or tracking number; the caller's whole number for who may see callers.",
  ),
};

/** Calls, newest first. */
export const listCalls = defineEndpoint({
  method: "GET",
  path: "/v1/calls",
  name: "listCalls",
  summary: "Calls, newest first",
  scope: "calls:read",
  query: PageQuery.extend(filter),
  status: 200,
  response: CallList,
  problems: ["cursor_malformed"],
});

/** The same list as a file. */
export const exportCalls = defineEndpoint({
  method: "GET",
  path: "/v1/calls.csv",
  name: "exportCalls",
  summary: "The same as a spreadsheet (CSV, RFC 4180), at most 100,000 calls; it holds nothing of the callers",
  scope: "calls:export",
  query: z.object(filter),
  status: 200,
  mediaType: "text/csv",
  problems: [],
});
