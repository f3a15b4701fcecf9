// Every public name of the destinations: the door out, and one folder per destination.
export { isPublicAddress } from "./send/public-address.ts";
export { openSender } from "./send/open-sender.ts";
export type { Sender, SenderOptions } from "./send/open-sender.ts";
export type { Send, SendAnswer, SendRequest, SendTrouble } from "./send/send.ts";
export { readWebhookSecret, writeWebhookSecret } from "./webhooks/webhook-secret.ts";
export type { SecretMalformed, WebhookSecret } from "./webhooks/webhook-secret.ts";
export { signWebhook } from "./webhooks/sign-webhook.ts";
export type { SignedHeaders } from "./webhooks/sign-webhook.ts";
