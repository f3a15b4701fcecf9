import type { BookedCall } from "../exchange.ts";
import type { FakeCall } from "../fake-call.ts";

/**
 * What Telnyx tells in every webhook of a TeXML call, by its own pages of them ("TeXML call initiated", "... ringing",
 * "... completed"): TwiML's names with a few of its own. A leg names its parent, and the caller's right to the number
 * comes as a letter and a yes or no.
 */
export function telnyxParams({ booked: parent, script }: FakeCall, call: BookedCall): Readonly<Record<string, string>> {
  const [, validated, letter] = /^TN-Validation-(Passed|Failed)-([ABC])$/.exec(script.verstat ?? "") ?? [];
  return {
    AccountSid: call.account,
    CallSid: call.sid,
    CallSidLegacy: call.sid,
    CallStatus: call.status,
    ConnectionId: "1234567890",
    From: call.from,
    To: call.to,
    ...(call.parent === undefined ? {} : { ParentCallSid: parent.sid, ParentCallSidLegacy: parent.sid }),
    ...(script.name === undefined ? {} : { CallerId: script.name }),
    ...(letter === undefined
      ? {}
      : { ShakenStirAttestation: letter, ShakenStirValidated: String(validated === "Passed") }),
  };
}
