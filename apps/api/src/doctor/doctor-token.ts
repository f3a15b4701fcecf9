import { createHmac, timingSafeEqual } from "node:crypto";
import { minute, type Instant } from "@ringtrail/core";

/** The proof that the asker holds this installation's master key, good for one minute. */
export function makeDoctorToken(key: Uint8Array, now: Instant): string {
  const until = (now + minute).toString(36);
  return `${until}.${mac(key, until)}`;
}

/** Says whether the token was made with the same key and has not ended. */
export function isDoctorToken(key: Uint8Array, now: Instant, token: string): boolean {
  const [until = "", given = ""] = token.split(".");
  const expected = Buffer.from(mac(key, until));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) && Number.parseInt(until, 36) > now;
}

function mac(key: Uint8Array, until: string): string {
  return createHmac("sha256", key).update(until).digest("base64url");
}
