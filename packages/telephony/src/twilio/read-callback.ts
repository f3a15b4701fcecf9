import { err, ok, type Result } from "@ringtrail/core";
import type { Callback, CallEvent } from "@ringtrail/core/call-flow";
import type { CallNews, MessageMalformed, VerifiedMessage } from "../carrier.ts";
import type { Heard } from "./heard.ts";
import { legEnd, toMs } from "./leg-end.ts";
import { eventInstant, parseStamp } from "./parse-stamp.ts";
import { readAnswer, readChoice, readNotice } from "./read-gather.ts";
import { readForm, type Form } from "./read-form.ts";
import { readRecording } from "./read-recording.ts";

const readers: Readonly<Record<Callback, (form: Form, heard: Heard) => readonly CallEvent[]>> = {
  "notice-ended": readNotice,
  "consent-answered": readAnswer,
  "menu-chosen": readChoice,
  "dial-ended": readDial,
  whisper: readWhisper,
  status: readStatus,
  recording: (form, { at }) => readRecording(form, at),
  // Keys pressed during a Dial are told to nobody.
  "talk-changed": () => [],
  // The message's recording tells its own story, and a sound's fetch is no moment of the call.
  "message-ended": () => [],
  sound: () => [],
};

/**
 * Reads any later webhook of a call into neutral events.
 *
 * An event's key says which message told it, so that a repeated message is the same event and two messages about the
 * same moment (the Dial's action and the leg's status) are two. Words we do not know give no events.
 */
export function readCallback(callback: Callback, message: VerifiedMessage): Result<CallNews, MessageMalformed> {
  const form = readForm(message.body);
  const carrierRef = form("ParentCallSid") ?? form("CallSid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "CallSid" });
  const step = URL.parse(message.url)?.searchParams.get("about") ?? undefined;
  return ok({ carrierRef, events: readers[callback](form, { at: message.receivedAt, carrierRef, step }) });
}

/** The Dial is over. */
function readDial(form: Form, { at, carrierRef, step }: Heard): readonly CallEvent[] {
  const end = legEnd(form("DialCallStatus"));
  if (end === undefined) return [];
  const talkMs = end === "answered" ? toMs(form("DialCallDuration")) : 0;
  // Somebody answered and was never connected: what we had to whisper could not be had.
  const isLost = end === "answered" && form("DialBridged") === "false";
  const leg = form("DialCallSid");
  // The two are connected after the whisper's document has run to its end, so this is its proof.
  const connectedLeg = end === "answered" && form("DialBridged") === "true" ? leg : undefined;
  const key = `${leg ?? carrierRef}:action`;
  return [
    { kind: "dial_ended", at, key, end: isLost ? "failed" : end, talkMs: isLost ? 0 : talkMs, connectedLeg, step },
  ];
}

/** Somebody answered and is about to hear what we whisper. A leg that is over hears nothing. */
function readWhisper(form: Form, { at, carrierRef }: Heard): readonly CallEvent[] {
  if (legEnd(form("CallStatus")) !== undefined) return [];
  return [{ kind: "business_told", at, key: form("CallSid") ?? carrierRef }];
}

/** The caller's call or the leg to the business changed its state. A leg names its parent. */
function readStatus(form: Form, { at: heardAt, carrierRef }: Heard): readonly CallEvent[] {
  const at = eventInstant(parseStamp(form("Timestamp")), heardAt);
  const status = form("CallStatus");
  const end = legEnd(status);
  const lengthMs = toMs(form("CallDuration"));
  const isLeg = form("ParentCallSid") !== undefined;
  const key = `${form("CallSid") ?? carrierRef}:${status ?? ""}`;
  if (isLeg && status === "initiated") return [{ kind: "dialled", at, key }];
  if (isLeg && (status === "in-progress" || status === "answered")) return [{ kind: "answered", at, key }];
  if (end === undefined) return [];
  if (isLeg) return [{ kind: "dial_ended", at, key, end, talkMs: end === "answered" ? lengthMs : 0 }];
  return [{ kind: "ended", at, key, end, lengthMs }];
}
