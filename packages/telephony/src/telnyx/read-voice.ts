import { err, ok, parseE164, Phi, type Result } from "@ringtrail/core";
import type { Attestation, MessageMalformed, RingingCall, VerifiedMessage } from "../carrier.ts";
import { readForm, type Form } from "../twilio/read-form.ts";
import { readCaller } from "../twilio/read-voice.ts";

/** Reads the first webhook of a TeXML call. Its names are TwiML's; what it says of the caller's right is not. */
export function readVoice(message: VerifiedMessage): Result<RingingCall, MessageMalformed> {
  const form = readForm(message.body);
  const carrierRef = form("CallSid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "CallSid" });
  const to = parseE164(form("To") ?? "");
  if (!to.ok) return err({ code: "carrier_message_malformed", field: "To" });
  const name = form("CallerName") ?? nameIn(form("CallerId"));
  return ok({
    carrierRef,
    from: readCaller(form("From")),
    to: to.value,
    name: name === undefined ? undefined : Phi.seal(name),
    attestation: readAttestation(form),
    fallback: undefined,
    rang: { kind: "rang", at: message.receivedAt, key: carrierRef },
  });
}

/** Telnyx's pages show a name in `CallerId`; where the network knows none, the number stands there once more. */
function nameIn(callerId: string | undefined): string | undefined {
  return callerId !== undefined && /\p{L}/u.test(callerId) ? callerId : undefined;
}

/** `ShakenStirAttestation` is a letter, `ShakenStirValidated` a yes or no; both absent where the owner left it off. */
function readAttestation(form: Form): Attestation {
  const letter = form("ShakenStirAttestation")?.toUpperCase();
  const level = (["A", "B", "C"] as const).find((one) => one === letter) ?? "none";
  const validated = form("ShakenStirValidated")?.toLowerCase();
  const result = validated === "true" ? "passed" : validated === "false" && level !== "none" ? "failed" : "absent";
  return { level, result, isDiverted: false };
}
