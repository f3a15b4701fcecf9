import type { Problem } from "./problem.ts";
import type { PublicReason } from "./public-reason.ts";

/** The one place where a reason of the public doors gets its status and its sentences. */
export function publicProblem(reason: PublicReason): Problem {
  const { code } = reason;
  switch (code) {
    case "site_unknown":
      return {
        status: 404,
        code,
        title: "No site has this key.",
        field: "site",
        fix: "Copy the key from the site's settings.",
      };
    case "origin_not_allowed":
      return {
        status: 403,
        code,
        title: "This site's key may not be used on this origin.",
        detail: reason.origin,
        field: "Origin",
        fix: "Add the origin to the site's settings.",
      };
    case "body_too_long":
      return {
        status: 413,
        code,
        title: "The body is too long.",
        detail: `At most ${reason.limitBytes} bytes.`,
        field: "body",
        fix: "Send less.",
      };
    case "body_not_json":
      return {
        status: 400,
        code,
        title: "The body is not JSON.",
        field: "body",
        fix: "Send one JSON object in UTF-8.",
      };
    case "body_invalid":
      return {
        status: 422,
        code,
        title: "A field of the body is not as agreed.",
        detail: reason.says,
        field: reason.field,
        fix: "Compare the body with /openapi.json.",
      };
    case "token_invalid":
      return {
        status: 403,
        code,
        title: "The visit's token does not fit.",
        field: "token",
        fix: "Ask for a new one with POST /v1/swap.",
      };
    case "visit_unknown":
      return {
        status: 404,
        code,
        title: "No such visit is stored.",
        field: "visit",
        fix: "Begin again with POST /v1/swap: the visitor may have asked to be forgotten.",
      };
    case "rate_limited":
      return {
        status: 429,
        code,
        title: "Too many requests from this network.",
        detail: `Try again in ${reason.retryAfterSeconds} s.`,
        fix: "Wait as long as Retry-After says.",
      };
    case "phone_malformed":
      return {
        status: 422,
        code,
        title: "This is no phone number.",
        field: reason.field,
        fix: "Write it with country code, such as +1 415 555 0100.",
      };
    default:
      return serverProblem(code);
  }
}

/** The reasons without facts. */
function serverProblem(
  code:
    | "signature_invalid"
    | "webhook_replayed"
    | "connection_unknown"
    | "number_not_in_demo"
    | "carrier_unreachable"
    | "not_found"
    | "not_ready"
    | "failed",
): Problem {
  switch (code) {
    case "signature_invalid":
      return {
        status: 403,
        code,
        title: "The carrier's signature does not fit.",
        fix: "Check PUBLIC_URL and the connection's secret with: ringtrail doctor.",
      };
    case "webhook_replayed":
      return { status: 403, code, title: "This call is over.", fix: "A webhook of an old call is not answered again." };
    case "connection_unknown":
      return {
        status: 404,
        code,
        title: "No carrier connection has this id.",
        fix: "Check the number's webhook address.",
      };
    case "number_not_in_demo":
      return {
        status: 404,
        code,
        title: "This number is no tracking number of the demo, so its calls do not pass Ringtrail.",
        field: "to",
        fix: "Accept the demo's consent banner to be lent one, or make the demo with: ringtrail seed.",
      };
    case "carrier_unreachable":
      return {
        status: 502,
        code,
        title: "The carrier does not answer.",
        fix: "Check the connection with: ringtrail doctor.",
      };
    case "not_found":
      return {
        status: 404,
        code,
        title: "There is nothing at this address.",
        fix: "See /openapi.json for what there is.",
      };
    case "not_ready":
      return {
        status: 503,
        code,
        title: "The server cannot do this now.",
        fix: "Try again soon; /readyz says what is missing.",
      };
    case "failed":
      return { status: 500, code, title: "Something of ours broke.", fix: "Report the request id in X-Request-Id." };
  }
}
