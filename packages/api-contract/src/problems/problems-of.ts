import type { Endpoint } from "../endpoint.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** Every problem an endpoint may answer with: its own and those of every endpoint like it, in alphabetical order. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const { path, scope, method, body, upload, params, query, problems } = endpoint;
  const isManaged = scope !== "public" && scope !== "signed-link";
  const codes: readonly (ProblemCode | false)[] = [
    ...problems,
    path.startsWith("/v1/") && "rate_limited",
    "not_ready",
    "failed",
    (params ?? query) !== undefined && "parameter_invalid",
    ...(body === undefined ? [] : (["body_not_json", "body_invalid", "body_too_long"] as const)),
    ...(isManaged ? (["not_signed_in", "session_idle", "key_invalid", "account_missing"] as const) : []),
    ...(isManaged && scope !== "session" ? (["scope_missing", "two_factor_required"] as const) : []),
    upload !== undefined && "body_too_long",
    isManaged && (body ?? upload) !== undefined && "media_type_unsupported",
    isManaged && method !== "GET" && "origin_foreign",
    ...(takesIdempotencyKey(endpoint) ? (["idempotency_key_reused", "idempotency_key_busy"] as const) : []),
  ];
  return [...new Set(codes.filter((code) => code !== false))].toSorted();
}

/** Whether a repetition of the request can be told from a second one. */
export function takesIdempotencyKey({ method, scope }: Endpoint): boolean {
  return method === "POST" && scope !== "public" && scope !== "signed-link";
}
