import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, PageQuery } from "../paging.ts";
import { CallSummary } from "../shapes/call-summary.ts";
import { Moment } from "../shapes/moment.ts";

/** A page of calls. */
export const CallList = NextPage.extend({ calls: z.array(CallSummary) }).meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;

/** Calls, newest first. */
export const listCalls = defineEndpoint({
  method: "GET",
  path: "/v1/calls",
  name: "listCalls",
  summary: "Calls, newest first",
  scope: "calls:read",
  query: PageQuery.extend({
    site: z.uuid().optional().describe("Only calls of this site."),
    from: Moment.optional().describe("Only calls that rang then or later."),
    before: Moment.optional().describe("Only calls that rang earlier."),
    spam: z.enum(["hide", "only"]).optional().describe("Leave out calls flagged as spam, or list them alone."),
  }),
  status: 200,
  response: CallList,
  problems: ["cursor_malformed"],
});
