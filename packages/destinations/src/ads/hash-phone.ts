import { createHash } from "node:crypto";
import { Phi, type E164 } from "@ringtrail/core";

/**
 * Hashes a caller's number as a platform asks for it: SHA-256, lower-case hex.
 *
 * `e164` keeps the plus (Google Ads and GA4: "E164 format", Microsoft: "format by E.164"). `digits` is the country code
 * and the number with neither plus nor leading zeros (Meta: "remove symbols, letters, and any leading zeros"). A hash of
 * a phone number can be guessed by trying all of them, so it counts as the number itself: only of who said yes.
 */
export function hashPhone(number: Phi<E164>, spelling: "e164" | "digits"): string {
  const e164 = Phi.reveal(number, "ad-platform");
  const text = spelling === "e164" ? e164 : e164.replaceAll(/\D/g, "").replace(/^0+/, "");
  return createHash("sha256").update(text).digest("hex");
}
