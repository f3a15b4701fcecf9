import { createHmac, timingSafeEqual } from "node:crypto";
import { between, instant, minute, second, type Instant } from "@ringtrail/core";

/** A forwarded request is answered so long after Shopify signed it; its clock and ours may differ. */
const [freshMs, aheadMs] = [5 * minute, 30 * second];

/** Whether Shopify sent a webhook: base64 of HMAC-SHA256 over the body as it came. */
export function isSignedWebhook(secret: string, body: Uint8Array, given: string | undefined): boolean {
  return (
    given !== undefined && isSame(createHmac("sha256", secret).update(body).digest(), Buffer.from(given, "base64"))
  );
}

/**
 * Whether Shopify forwarded a request of a shop's page: hex of HMAC-SHA256 over the sorted `key=value` of its query, which
 * are joined by nothing; of a key that is there several times the values are joined by commas.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function isSignedProxy(secret: string, query: URLSearchParams, now: Instant): boolean {
  const at = Number(query.get("timestamp") ?? Number.NaN) * 1_000;
  const age = between(instant(at), now);
  return age <= freshMs && age >= -aheadMs && hasProxySignature(secret, query);
}

/** The same without the clock. */
export function hasProxySignature(secret: string, query: URLSearchParams): boolean {
  const given = query.getAll("signature");
  if (given.length !== 1 || !/^[0-9a-f]{64}$/.test(given[0] ?? "")) return false;
  const keys = [...new Set(query.keys())].filter((key) => key !== "signature");
  const text = keys
    .map((key) => `${key}=${query.getAll(key).join(",")}`)
    .toSorted()
    .join("");
  return isSame(createHmac("sha256", secret).update(text).digest(), Buffer.from(given[0] ?? "", "hex"));
}

/** In a time that says nothing of where they differ. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
