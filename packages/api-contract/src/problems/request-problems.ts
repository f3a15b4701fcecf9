import type { ProblemMeaning } from "./problem-codes.ts";

/** What can be wrong with any request, and with the server itself. */
export const requestProblems = {
  body_too_long: { status: 413, title: "The body is too long.", fix: "Send less." },
  body_not_json: { status: 400, title: "The body is not JSON.", fix: "Send one JSON object in UTF-8." },
  body_invalid: {
    status: 422,
    title: "A field of the body is not as agreed.",
    fix: "Compare the body with /openapi.json.",
  },
  parameter_invalid: {
    status: 422,
    title: "A part of the address or a header is not as agreed.",
    fix: "Compare the request with /openapi.json.",
  },
  media_type_unsupported: {
    status: 415,
    title: "The body's media type is not accepted here.",
    fix: "Send Content-Type: application/json.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests from this network.",
    fix: "Wait as long as Retry-After says.",
  },
  phone_malformed: {
    status: 422,
    title: "This is no phone number.",
    fix: "Write it with country code, such as +1 415 555 0100.",
  },
  method_not_allowed: {
    status: 405,
    title: "This address does not take this method.",
    fix: "Use one of the methods in the Allow header.",
  },
  not_found: {
    status: 404,
    title: "There is nothing at this address.",
    fix: "See /openapi.json for what there is.",
  },
  not_ready: {
    status: 503,
    title: "The server cannot do this now.",
    fix: "Try again soon; /readyz says what is missing.",
  },
  failed: { status: 500, title: "Something of ours broke.", fix: "Report the request id in X-Request-Id." },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
