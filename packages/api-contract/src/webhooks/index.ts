// For who receives webhooks: is this one ours, and what does it say.
export { WebhookEvent } from "../shapes/webhook-event.ts";
export { verifyWebhook } from "./verify-webhook.ts";
export type { WebhookRefused, WebhookToVerify } from "./verify-webhook.ts";
