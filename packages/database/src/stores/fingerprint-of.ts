import { createHmac } from "node:crypto";
import { fingerprintKey } from "../keys/open-keys.ts";

/** What a number is found again by: a hash under the account's key, which says nothing without it. */
export function fingerprintOf(key: Uint8Array, number: string): Uint8Array {
  return createHmac("sha256", fingerprintKey(key)).update(number).digest();
}
