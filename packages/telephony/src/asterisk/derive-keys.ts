import { createHash } from "node:crypto";

/** What one connection's secret stands for on the PBX's side. Each is 64 hexadecimal digits. */
export interface AsteriskKeys {
  /** The key of the inner hash of a signature. */
  readonly inner: string;
  /** The key of the outer hash of a signature. */
  readonly outer: string;
  /** The password of the ARI user with which recordings are fetched: no signature can be made with it. */
  readonly ari: string;
  /** The secret of the manager user that mutes recordings. */
  readonly manager: string;
}

/**
 * Derives the keys of a connection. They are as long as SHA-1's block (64 bytes), so that a hash that begins with one
 * is keyed as HMAC's are (RFC 2104 section 2), and the secret itself never lies on the PBX.
 */
export function deriveKeys(secret: string): AsteriskKeys {
  const key = (use: string) => createHash("sha256").update(`ringtrail asterisk ${use}:${secret}`).digest("hex");
  return { inner: key("inner"), outer: key("outer"), ari: key("ari"), manager: key("manager") };
}
