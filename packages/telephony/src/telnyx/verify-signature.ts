import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierMessage, SignatureRefused, VerifiedMessage } from "../carrier.ts";
import { readKeys } from "./keys.ts";

/** How far the carrier's clock may be from ours, both ways (Telnyx docs, "Webhook signing"). */
const toleranceSeconds = 300;

/**
 * Checks a Telnyx webhook: Ed25519 over `timestamp|body`, the body exactly as it came. The address is not signed, so a
 * message may have been meant for another of our doors; what it says is true all the same.
 */
export function verifySignature(message: CarrierMessage, secret: string): Result<VerifiedMessage, SignatureRefused> {
  const signature = message.header("telnyx-signature-ed25519");
  const timestamp = message.header("telnyx-timestamp");
  if (signature === undefined || timestamp === undefined) return err({ code: "signature_missing" });
  const key = readPublicKey(readKeys(secret).publicKey);
  const isNow =
    /^\d{1,12}$/.test(timestamp) && Math.abs(message.receivedAt / 1_000 - Number(timestamp)) <= toleranceSeconds;
  const signed = Buffer.from(`${timestamp}|${message.body}`);
  const isSigned = key !== undefined && isNow && verify(null, signed, key, Buffer.from(signature, "base64"));
  return isSigned ? ok(message as VerifiedMessage) : err({ code: "signature_wrong" });
}

/** The raw 32 bytes as Node wants them; undefined when they are none. */
function readPublicKey(base64: string): KeyObject | undefined {
  const bytes = Buffer.from(base64, "base64");
  // Base64 that was cut or added to decodes all the same: only its own encoding is the key.
  if (bytes.length !== 32 || bytes.toString("base64") !== base64) return undefined;
  return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url") } });
}
