import { createHmac } from "node:crypto";
import type { Instant } from "@ringtrail/core";
import type { WebhookSecret } from "./webhook-secret.ts";

/** The three headers of the Standard Webhooks specification. */
export interface SignedHeaders extends Readonly<Record<string, string>> {
  readonly "webhook-id": string;
  /** Whole seconds since 1970, of this attempt. */
  readonly "webhook-timestamp": string;
  /** One `v1,<base64>` per secret, apart by spaces. */
  readonly "webhook-signature": string;
}

/**
 * Signs one attempt: HMAC-SHA256 over id, timestamp and body. While a secret is being replaced both sign, and a receiver
 * that knows either is content.
 *
 * Source: Standard Webhooks specification 1.0.0, "Signature scheme".
 */
export function signWebhook(
  message: { readonly id: string; readonly at: Instant; readonly body: string },
  secrets: readonly WebhookSecret[],
): SignedHeaders {
  const seconds = String(Math.floor(message.at / 1000));
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`);
  return { "webhook-id": message.id, "webhook-timestamp": seconds, "webhook-signature": signatures.join(" ") };
}
