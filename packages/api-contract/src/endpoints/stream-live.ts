import { defineEndpoint } from "../endpoint.ts";

/** News of calls as they happen. */
export const streamLive = defineEndpoint({
  method: "GET",
  path: "/v1/live",
  name: "streamLive",
  summary: "Server-sent events `call` (data: LiveEvent) and `missed`; resumes by Last-Event-ID",
  scope: "calls:read",
  status: 200,
  mediaType: "text/event-stream",
  problems: [],
});
