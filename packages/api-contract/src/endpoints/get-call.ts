import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { CallDetail } from "../shapes/call-detail.ts";

/** One call with everything that is known of it. */
export const getCall = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}",
  name: "getCall",
  summary: "One call: credit, pages, timeline, recording decision and proofs",
  scope: "calls:read",
  params: IdParams,
  status: 200,
  response: CallDetail,
  whole: "what belongs to one call and its leading visit",
  problems: ["call_unknown"],
});
