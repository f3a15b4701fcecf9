import { createHash } from "node:crypto";

/** The same words are always the same id, so what is told again is known again (a UUIDv8). */
export function nameId(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
