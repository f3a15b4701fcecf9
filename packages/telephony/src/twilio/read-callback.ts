import { err, ok, type Instant, type Result } from "@ringtrail/core";
import type { Callback, CallEvent } from "@ringtrail/core/call-flow";
import type { CallNews, MessageMalformed, VerifiedMessage } from "../carrier.ts";
import { legEnd, toMs } from "./leg-end.ts";
import { eventInstant, parseRfc2822 } from "./parse-rfc2822.ts";
import { readForm, type Form } from "./read-form.ts";
import { readRecording } from "./read-recording.ts";

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
  const events = { "notice-ended": readNotice, "dial-ended": readDial, status: readStatus, recording: readRecording };
  return ok({ carrierRef, events: events[callback](form, message.receivedAt, carrierRef) });
}

/**
 * The notice's Gather is over. Any key stops the notice, so only a silent end proves that all of it was heard; a
 * caller who has hung up heard less.
 */
function readNotice(form: Form, heardAt: Instant, carrierRef: string): readonly CallEvent[] {
  if (legEnd(form("CallStatus")) !== undefined) return [];
  const pressed = form("Digits") !== undefined || form("FinishedOnKey") !== undefined;
  return [{ kind: pressed ? "refused" : "notice_ended", at: heardAt, key: carrierRef }];
}

/** The Dial is over. */
function readDial(form: Form, heardAt: Instant, carrierRef: string): readonly CallEvent[] {
  const end = legEnd(form("DialCallStatus"));
  if (end === undefined) return [];
  const talkMs = end === "answered" ? toMs(form("DialCallDuration")) : 0;
  return [{ kind: "dial_ended", at: heardAt, key: `${form("DialCallSid") ?? carrierRef}:action`, end, talkMs }];
}

/** The caller's call or the leg to the business changed its state. A leg names its parent. */
function readStatus(form: Form, heardAt: Instant, carrierRef: string): readonly CallEvent[] {
  const at = eventInstant(parseRfc2822(form("Timestamp")), heardAt);
  const status = form("CallStatus");
  const end = legEnd(status);
  const lengthMs = toMs(form("CallDuration"));
  const isLeg = form("ParentCallSid") !== undefined;
  const key = `${form("CallSid") ?? carrierRef}:${status ?? ""}`;
  if (isLeg && (status === "in-progress" || status === "answered")) return [{ kind: "answered", at, key }];
  if (end === undefined) return [];
  if (isLeg) return [{ kind: "dial_ended", at, key, end, talkMs: end === "answered" ? lengthMs : 0 }];
  return [{ kind: "ended", at, key, end, lengthMs }];
}
