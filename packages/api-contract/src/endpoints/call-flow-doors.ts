import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { CallFlowShown } from "../shapes/call-flow.ts";
import { KeptCallFlow } from "../shapes/kept-call-flow.ts";

/** What callers of a site go through. */
export const getCallFlow = defineEndpoint({
  method: "GET",
  path: "/v1/sites/{id}/call-flow",
  name: "getCallFlow",
  summary: "What callers of a site go through, with its announcement",
  scope: "sites:read",
  params: IdParams,
  status: 200,
  response: KeptCallFlow,
  whole: "what one site's carriers cannot do of its flow",
  problems: ["site_unknown"],
});

/** What may be wrong with a flow. */
const flowProblems = [
  "site_unknown",
  "phone_malformed",
  "jurisdiction_unknown",
  "flow_step_unknown",
  "flow_circle",
  "flow_hours_malformed",
  "flow_key_malformed",
  "sound_unknown",
] as const;

/** Puts a flow in place of the one before. The next call goes through it. */
export const setCallFlow = defineEndpoint({
  method: "PUT",
  path: "/v1/sites/{id}/call-flow",
  name: "setCallFlow",
  summary: "Change what callers of a site go through",
  scope: "sites:write",
  params: IdParams,
  body: CallFlowShown,
  status: 200,
  response: KeptCallFlow,
  problems: [...flowProblems, "healthcare_mode_stays", "sign_in_not_fresh", "country_not_allowed"],
});

/** Looks at a flow that is being written: what is wrong with it, and what of it the site's carriers cannot do. */
export const checkCallFlow = defineEndpoint({
  method: "POST",
  path: "/v1/sites/{id}/call-flow/checks",
  name: "checkCallFlow",
  summary: "Look at a call flow before it is kept",
  scope: "sites:read",
  params: IdParams,
  body: CallFlowShown,
  status: 200,
  response: KeptCallFlow,
  problems: flowProblems,
});
