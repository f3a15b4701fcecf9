import { err, ok, type Branded, type Result } from "@ringtrail/core";

/** The bytes both sides sign with. Never logged. */
export type WebhookSecret = Branded<Uint8Array, "WebhookSecret">;

/** The text is no secret as the Standard Webhooks specification writes them: `whsec_` and 24 to 64 bytes in base64. */
export interface SecretMalformed {
  readonly code: "secret_malformed";
}

const prefix = "whsec_";

/** Reads a secret as its owner knows it. */
export function readWebhookSecret(text: string): Result<WebhookSecret, SecretMalformed> {
  const base64 = text.startsWith(prefix) ? text.slice(prefix.length) : "";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return err({ code: "secret_malformed" });
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length < 24 || bytes.length > 64) return err({ code: "secret_malformed" });
  return ok(new Uint8Array(bytes) as WebhookSecret);
}

/** Writes a secret as its owner is told it, once. `bytes` are 24 to 64 from a source nobody can guess. */
export function writeWebhookSecret(bytes: Uint8Array): string {
  return prefix + Buffer.from(bytes).toString("base64");
}
