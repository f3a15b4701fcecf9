import { err, ok, parseE164, Phi, type E164, type Result } from "@ringtrail/core";
import type { Attestation, MessageMalformed, RingingCall, VerifiedMessage } from "../carrier.ts";
import { readForm } from "./read-form.ts";

/** Reads the first webhook of a call: who rings, where, and on which number. */
export function readVoice(message: VerifiedMessage): Result<RingingCall, MessageMalformed> {
  const form = readForm(message.body);
  const carrierRef = form("CallSid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "CallSid" });
  const to = parseE164(form("To") ?? form("Called") ?? "");
  if (!to.ok) return err({ code: "carrier_message_malformed", field: "To" });
  const name = form("CallerName");
  const errorCode = form("ErrorCode");
  return ok({
    carrierRef,
    from: readCaller(form("From") ?? form("Caller")),
    to: to.value,
    name: name === undefined ? undefined : Phi.seal(name),
    attestation: readAttestation(form("StirVerstat")),
    fallback: errorCode === undefined ? undefined : { errorCode },
    rang: { kind: "rang", at: message.receivedAt, key: carrierRef },
  });
}

/**
 * What Twilio sends for a withheld number: a word, or the word spelled on a telephone's keys behind a plus sign
 * (`+266696687` is ANONYMOUS). From Twilio's help pages, not seen on a real account by us.
 */
const withheld: ReadonlySet<string> = new Set(
  ["anonymous", "restricted", "blocked", "unknown", "unavailable", "private"].map((word) => `+${spellOnKeys(word)}`),
);

/** The caller's number, sealed; undefined for a withheld one and for addresses that are no phone number. */
export function readCaller(text: string | undefined): Phi<E164> | undefined {
  const number = parseE164(text ?? "");
  return number.ok && !withheld.has(number.value) ? Phi.seal(number.value) : undefined;
}

function spellOnKeys(word: string): string {
  const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
  return Array.from(word, (letter) => 2 + keys.findIndex((key) => key.includes(letter))).join("");
}

/** Reads `TN-Validation-Passed-A-Diverted` and the like part by part: carriers add parts and never ask first. */
function readAttestation(verstat: string | undefined): Attestation {
  const parts = new Set((verstat ?? "").split("-"));
  const level = (["A", "B", "C"] as const).find((letter) => parts.has(letter)) ?? "none";
  const result = parts.has("Passed") ? "passed" : parts.has("Failed") ? "failed" : "absent";
  return { level, result, isDiverted: parts.has("Diverted") };
}
