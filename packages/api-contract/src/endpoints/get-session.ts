import { defineEndpoint } from "../endpoint.ts";
import { SessionShown } from "../shapes/session.ts";

/** Who asks, and what they may do. */
export const getSession = defineEndpoint({
  method: "GET",
  path: "/v1/session",
  name: "getSession",
  summary: "Who asks, for which account, and what they may do",
  scope: "session",
  status: 200,
  response: SessionShown,
  whole: "the scopes there are",
  problems: [],
});
