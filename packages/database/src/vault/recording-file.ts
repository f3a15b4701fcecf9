import { createCipheriv, createDecipheriv } from "node:crypto";

/**
 * How a recording lies on disk: a header, then chunks.
 *
 * The header is four letters and the file's own key, sealed under the account's. Each chunk is 64 KiB of sound under
 * AES-256-GCM; its nonce is its number (no nonce repeats, since no key is used for two files) and its tag also covers
 * whether it is the last one, so that a shortened file does not open.
 */
export const magic: Uint8Array = Buffer.from("RTV1");
export const chunkBytes = 65_536;
export const tagBytes = 16;
export const storedChunkBytes: number = chunkBytes + tagBytes;

/** Which chunk of the file, and whether none follows. */
export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
}

/** Encrypts one chunk: the cipher text, and the tag that follows it. */
export function sealChunk(key: Uint8Array, plain: Uint8Array, place: ChunkPlace): readonly Uint8Array[] {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(place)).setAAD(Buffer.of(place.isLast ? 1 : 0));
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
}

/** Decrypts one chunk. @throws when a bit of it was changed, or it stood in another place. */
export function openChunk(key: Uint8Array, stored: Uint8Array, place: ChunkPlace): Uint8Array {
  if (stored.length < tagBytes) throw new Error("The recording is cut off.");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(place), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.of(place.isLast ? 1 : 0)).setAuthTag(stored.subarray(-tagBytes));
  const plain = decipher.update(stored.subarray(0, -tagBytes));
  // Adds nothing to the text, since this cipher has no padding, and throws where the tag does not fit.
  decipher.final();
  return plain;
}

function nonceOf({ index }: ChunkPlace): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}
