import type { Result } from "@ringtrail/core";
import type { WebhookEvent } from "../shapes/webhook-event.ts";

/** A webhook as it arrived. */
export interface WebhookToVerify {
  /** The body as it was sent, before anything parsed it. */
  readonly body: string;
  /** Reads a header by its lower-case name. */
  readonly header: (name: string) => string | null | undefined;
  /** `whsec_...`. While you replace it, give both. */
  readonly secrets: readonly string[];
  /** Milliseconds since 1970: `Date.now()`. */
  readonly nowMs: number;
  /** How far the sender's clock may be from yours. Default five minutes. */
  readonly toleranceMs?: number;
}

/** Why a webhook is not to be believed. The codes are permanent. */
export interface WebhookRefused {
  readonly code: "header_absent" | "timestamp_old" | "secret_malformed" | "signature_wrong" | "body_not_json";
  /** What it means and what to do. */
  readonly says: string;
}

/**
 * Whether a webhook came from your Ringtrail server, unchanged and just now. Works wherever the Web Crypto API is: Node,
 * Deno, Bun, browsers, workers.
 *
 * Source: Standard Webhooks specification 1.0.0.
 */
export async function verifyWebhook(webhook: WebhookToVerify): Promise<Result<WebhookEvent, WebhookRefused>> {
  const { body, header, secrets, nowMs, toleranceMs = 300_000 } = webhook;
  const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(header);
  if (!id || !timestamp || !signature) {
    return refuse("header_absent", "One of webhook-id, webhook-timestamp and webhook-signature is missing.");
  }
  const ageMs = nowMs - Number(timestamp) * 1_000;
  if (!/^\d+$/.test(timestamp) || Math.abs(ageMs) > toleranceMs) {
    return refuse("timestamp_old", "It was signed too long ago or in the future: check this machine's clock.");
  }
  const keys = secrets.map(readSecret);
  if (keys.some((key) => key === undefined) || keys.length === 0) {
    return refuse("secret_malformed", "A secret begins with whsec_ and is base64 after it.");
  }
  const given = signature.split(" ").flatMap((one) => (one.startsWith("v1,") ? [one.slice(3)] : []));
  for (const key of keys) {
    for (const one of given) {
      if (key !== undefined && (await isSignedBy(key, one, `${id}.${timestamp}.${body}`))) return parse(body);
    }
  }
  const says =
    "No signature was made with this secret: it may have been replaced and have run out, or the body changed.";
  return refuse("signature_wrong", says);
}

function refuse(code: WebhookRefused["code"], says: string): Result<never, WebhookRefused> {
  return { ok: false, reason: { code, says } };
}

function parse(body: string): Result<WebhookEvent, WebhookRefused> {
  try {
    return { ok: true, value: JSON.parse(body) as WebhookEvent };
  } catch {
    return refuse("body_not_json", "The body is no JSON.");
  }
}

/** Compares in a time that says nothing of how far the two agree: the platform's own check does. */
async function isSignedBy(key: Uint8Array<ArrayBuffer>, signature: string, text: string): Promise<boolean> {
  const given = fromBase64(signature);
  if (given === undefined) return false;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["verify"]);
  return crypto.subtle.verify("HMAC", imported, given, new TextEncoder().encode(text));
}

function readSecret(secret: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = secret.startsWith("whsec_") ? fromBase64(secret.slice("whsec_".length)) : undefined;
  return bytes?.length === 0 ? undefined : bytes;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
