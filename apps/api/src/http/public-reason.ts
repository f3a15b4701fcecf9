/** Why a public door or a carrier door says no. */
export type PublicReason =
  | { readonly code: "site_unknown" }
  | { readonly code: "origin_not_allowed"; readonly origin: string }
  | { readonly code: "body_too_long"; readonly limitBytes: number }
  | { readonly code: "body_not_json" }
  | { readonly code: "body_invalid"; readonly field: string; readonly says: string }
  | { readonly code: "token_invalid" }
  | { readonly code: "page_address_refused"; readonly field: string }
  | { readonly code: "visit_unknown" }
  | { readonly code: "rate_limited"; readonly retryAfterSeconds: number }
  | { readonly code: "phone_malformed"; readonly field: string }
  | { readonly code: "signature_invalid" }
  | { readonly code: "webhook_replayed" }
  | { readonly code: "connection_unknown" }
  | { readonly code: "number_not_in_demo" }
  | { readonly code: "carrier_unreachable" }
  | { readonly code: "shopify_not_set_up" }
  | { readonly code: "shopify_signature_invalid" }
  | { readonly code: "shopify_refused" }
  | { readonly code: "session_token_invalid" }
  | { readonly code: "shop_unknown" }
  | { readonly code: "not_found" }
  | { readonly code: "not_ready" }
  | { readonly code: "failed" };
