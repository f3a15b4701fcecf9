import type { Instant } from "@ringtrail/core";
import type { Outcome } from "../delivery/outcome.ts";
import { readOutcome } from "../delivery/read-outcome.ts";
import type { Send } from "../send/send.ts";
import type { WebhookPayload } from "./map-webhook.ts";
import { signWebhook } from "./sign-webhook.ts";
import type { WebhookSecret } from "./webhook-secret.ts";

/** One webhook on its way. */
export interface WebhookToSend {
  readonly url: string;
  readonly payload: WebhookPayload;
  /** The same as our log keeps it: callers masked. */
  readonly logged: WebhookPayload;
  readonly secrets: readonly WebhookSecret[];
  readonly at: Instant;
}

/** Sends a webhook, signed for this attempt. A status of 2xx is a receipt; 410 says that nobody listens any more. */
export async function sendWebhook(send: Send, webhook: WebhookToSend): Promise<Outcome> {
  const { url, payload, secrets, at } = webhook;
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "user-agent": "Ringtrail-Webhooks/1",
    ...signWebhook({ id: payload.id, at, body }, secrets),
  };
  const answered = await send({ url, method: "POST", headers, body, keepBytes: 2_048 });
  return readOutcome(answered, JSON.stringify(webhook.logged), at);
}
