import { err, ok, parseE164, Phi, type E164, type Result } from "@ringtrail/core";
import type { Attestation, MessageMalformed, RingingCall, VerifiedMessage } from "../carrier.ts";
import { readFields, readInstant, type Fields } from "./read-fields.ts";

/**
 * Reads who rings. The dialplan sends these fields with every message about a call, and only for calls that came in
 * over the trunk: a telephone of the house cannot reach the context that makes them.
 */
export function readVoice(message: VerifiedMessage): Result<RingingCall, MessageMalformed> {
  const fields = readFields(message.body);
  const carrierRef = fields("callid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "callid" });
  const to = parseE164(fields("to") ?? "");
  if (!to.ok) return err({ code: "carrier_message_malformed", field: "to" });
  const name = fields("name");
  const isWithheld = isPrivate(fields);
  return ok({
    carrierRef,
    from: isWithheld ? undefined : readCaller(fields("from")),
    to: to.value,
    name: name === undefined || isWithheld ? undefined : Phi.seal(name),
    attestation: readAttestation(fields),
    fallback: undefined,
    rang: { kind: "rang", at: readInstant(fields("rang"), message.receivedAt), key: carrierRef },
  });
}

/** Asterisk's CALLERID(num-pres): `prohib` in all its spellings is a caller who withholds the number (RFC 3323). */
function isPrivate(fields: Fields): boolean {
  return (fields("pres") ?? "").startsWith("prohib");
}

function readCaller(text: string | undefined): Phi<E164> | undefined {
  const number = parseE164(text ?? "");
  return number.ok ? Phi.seal(number.value) : undefined;
}

/**
 * STIR/SHAKEN as trunks hand it on: the level in `P-Attestation-Indicator` or behind `verstat`, the result in the
 * `verstat` parameter of P-Asserted-Identity (3GPP TS 24.229, section 7.2A.20). Read part by part, never as a whole.
 */
function readAttestation(fields: Fields): Attestation {
  const verstat = /;verstat=([\w-]+)/i.exec(fields("identity") ?? "")?.[1] ?? "";
  const parts = new Set([...verstat.split("-"), (fields("attestation") ?? "").trim()]);
  const level = (["A", "B", "C"] as const).find((letter) => parts.has(letter)) ?? "none";
  const result = parts.has("Passed") ? "passed" : parts.has("Failed") ? "failed" : "absent";
  return { level, result, isDiverted: fields("diversion") !== undefined };
}
