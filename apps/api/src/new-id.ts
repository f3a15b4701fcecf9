import { randomFillSync } from "node:crypto";

/** Random bytes for many ids: asking the system for each id costs more than making it. No byte is used twice. */
const random = Buffer.alloc(16 * 256);
let used = random.length;

/** Makes a UUIDv7 (RFC 9562): 48 bits of time, then randomness, so ids sort by age. */
export function newId<Id extends string>(atMs: number = Date.now()): Id {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, (used += 16));
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}

/** The instant a UUIDv7 was made, in milliseconds since 1970; undefined when the text is no UUIDv7. */
export function timeOfId(id: string): number | undefined {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}
