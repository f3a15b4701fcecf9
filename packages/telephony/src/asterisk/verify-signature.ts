import { createHash, timingSafeEqual } from "node:crypto";
import { err, instant, ok, type Instant, type Milliseconds, type Result } from "@ringtrail/core";
import type { CarrierMessage, SignatureRefused, VerifiedMessage } from "../carrier.ts";
import { deriveKeys } from "./derive-keys.ts";

/** How far the PBX's clock may be from ours, either way; an older message may be somebody's copy. */
const toleranceMs: Milliseconds = 300_000;

/**
 * A body as the dialplan sends it: with `sig=seconds.hash` as its last field, the hash over the seconds, the address and
 * everything before.
 *
 * Asterisk's dialplan has no HMAC, only SHA-1 of text, so this is HMAC's construction with two derived keys and the
 * inner hash in hexadecimal digits. HMAC with SHA-1 is not touched by SHA-1's collisions (RFC 6194 section 3.3).
 */
export function sign(url: string, body: string, secret: string, at: Instant): string {
  const { inner, outer } = deriveKeys(secret);
  const seconds = String(Math.floor(at / 1_000));
  return `${body}&sig=${seconds}.${sha1(outer + sha1(`${inner}${seconds}.${url}.${body}`))}`;
}

/** Believes a message that was signed with the connection's secret within the last minutes. */
export function verifySignature(message: CarrierMessage, secret: string): Result<VerifiedMessage, SignatureRefused> {
  const [, body, seconds] = /^(.*)&sig=(\d{1,12})\.[0-9a-f]*$/s.exec(message.body) ?? [];
  if (body === undefined) return err({ code: "signature_missing" });
  const signedAt = instant(Number(seconds) * 1_000);
  const isFresh = Math.abs(message.receivedAt - signedAt) <= toleranceMs;
  const isSigned = isSame(message.body, sign(message.url, body, secret, signedAt));
  return isFresh && isSigned ? ok(message as VerifiedMessage) : err({ code: "signature_wrong" });
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
