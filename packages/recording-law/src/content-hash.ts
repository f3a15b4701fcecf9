/**
 * SHA-256 of JSON, hex, over its canonical text: keys in alphabetical order and no spaces. So a file may be laid out
 * anew, or bundled, without becoming another law.
 */
export async function contentHash(json: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(json));
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function canonical(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(canonical).join(",")}]`;
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  const entries = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}
