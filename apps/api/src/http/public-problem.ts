import { problems } from "@ringtrail/api-contract";
import type { Problem } from "./problem.ts";
import type { PublicReason } from "./public-reason.ts";

/** The one place where a reason of a public or carrier door becomes a problem. Its words stand in the contract. */
export function publicProblem(reason: PublicReason): Problem {
  return { ...problems[reason.code], code: reason.code, ...thisCase(reason) };
}

/** What is particular to this case: never a phone number, a token or a secret. */
function thisCase(reason: PublicReason): Pick<Problem, "detail" | "field"> {
  switch (reason.code) {
    case "site_unknown":
      return { field: "site" };
    case "origin_not_allowed":
      return { field: "Origin", detail: reason.origin };
    case "body_too_long":
      return { field: "body", detail: `At most ${reason.limitBytes} bytes.` };
    case "body_not_json":
      return { field: "body" };
    case "body_invalid":
      return { field: reason.field, detail: reason.says };
    case "phone_malformed":
    case "page_address_refused":
      return { field: reason.field };
    case "token_invalid":
      return { field: "token" };
    case "visit_unknown":
      return { field: "visit" };
    case "number_not_in_demo":
      return { field: "to" };
    case "rate_limited":
      return { detail: `Try again in ${reason.retryAfterSeconds} s.` };
    case "signature_invalid":
    case "webhook_replayed":
    case "connection_unknown":
    case "carrier_unreachable":
    case "shopify_not_set_up":
    case "shopify_signature_invalid":
    case "shopify_refused":
    case "session_token_invalid":
    case "shop_unknown":
    case "not_found":
    case "not_ready":
    case "failed":
      return {};
  }
}
