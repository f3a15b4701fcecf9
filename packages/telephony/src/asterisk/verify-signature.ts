import { createHash, timingSafeEqual } from "node:crypto";
import { err, ok, type Instant, type Milliseconds, type Result } from "@ringtrail/core";
import type { CarrierMessage, SignatureRefused, VerifiedMessage } from "../carrier.ts";
import { deriveKeys } from "./derive-keys.ts";

/** How far the PBX's clock may be from ours, either way; an older message may be somebody's copy. */
const toleranceMs: Milliseconds = 300_000;

/**
 * The signature the dialplan makes: `seconds.hash`, the hash over the seconds, the address and the raw body.
 *
 * Asterisk's dialplan has no HMAC, only SHA-1 of text, so this is HMAC's construction with two derived keys and the
 * inner hash in hexadecimal digits. HMAC with SHA-1 is not touched by SHA-1's collisions (RFC 6194 section 3.3).
 */
export function sign(url: string, body: string, secret: string, at: Instant): string {
  const { inner, outer } = deriveKeys(secret);
  const seconds = String(Math.floor(at / 1_000));
  return `${seconds}.${sha1(outer + sha1(`${inner}${seconds}.${url}.${body}`))}`;
}

/** Believes a message that was signed with the connection's secret within the last minutes. */
export function verifySignature(message: CarrierMessage, secret: string): Result<VerifiedMessage, SignatureRefused> {
  // Asterisk adds headers on a channel and never takes one back: the last one is about this message.
  const given = message.header("x-ringtrail-signature")?.split(",").at(-1)?.trim();
  if (given === undefined || given === "") return err({ code: "signature_missing" });
  const signedAt = Number(/^(\d{1,12})\./.exec(given)?.[1]) * 1_000;
  const isFresh = Math.abs(message.receivedAt - signedAt) <= toleranceMs;
  if (!isFresh || !isSame(given, sign(message.url, message.body, secret, signedAt as Instant))) {
    return err({ code: "signature_wrong" });
  }
  return ok(message as VerifiedMessage);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
