import { createHash } from "node:crypto";
import type { ServedFile } from "./serve-folder.ts";

/** A file made while serving, with the tag of its content. */
export function sealFile(text: string, type: string): ServedFile {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  return { bytes, type, etag: etagOf(bytes), isHashed: false };
}

/** The tag of a content: another content has another. */
export function etagOf(bytes: Uint8Array | string): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}
