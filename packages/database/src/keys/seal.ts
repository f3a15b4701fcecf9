import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** The first byte of everything sealed, so that another way of sealing can follow. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals bytes under a key of 32 bytes with AES-256-GCM: version, nonce, cipher text, tag.
 *
 * @param context what the value belongs to; it opens nowhere else.
 */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, sealed, cipher.getAuthTag()]);
}

/** Opens what `seal` made. @throws when the key or the context is another one, or a bit was changed. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes) throw new Error("This was not sealed by us.");
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
}
