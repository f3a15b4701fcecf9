import type { SendTrouble } from "./send.ts";

/** What the codes of Node and undici mean to whoever owns the receiver. */
const meanings = new Map<string, SendTrouble["code"]>([
  ["ADDRESS_PRIVATE", "address_private"],
  ["ENOTFOUND", "name_unknown"],
  ["EAI_AGAIN", "name_unknown"],
  ["ECONNREFUSED", "connection_refused"],
  ["EHOSTUNREACH", "connection_refused"],
  ["ENETUNREACH", "connection_refused"],
  ["UND_ERR_CONNECT_TIMEOUT", "timed_out"],
  ["UND_ERR_HEADERS_TIMEOUT", "timed_out"],
  ["UND_ERR_BODY_TIMEOUT", "timed_out"],
  ["ETIMEDOUT", "timed_out"],
]);

const certificate = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO)/;

/** Names what went wrong with a request. What nobody named is a lost connection: the answer did not come. */
export function readTrouble(error: unknown): SendTrouble["code"] {
  for (const one of causesOf(error)) {
    if (one.name === "TimeoutError") return "timed_out";
    const meaning = meanings.get(String(one.code));
    if (meaning !== undefined) return meaning;
    if (certificate.test(String(one.code))) return "certificate_invalid";
  }
  return "connection_lost";
}

interface Coded {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The error, what caused it, and each attempt of a name with several addresses. */
function causesOf(error: unknown): readonly Coded[] {
  if (typeof error !== "object" || error === null) return [];
  const { cause, errors = [] } = error as Coded;
  return [error, ...causesOf(cause), ...errors.flatMap(causesOf)];
}
