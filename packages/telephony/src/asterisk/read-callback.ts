import { err, ok, type Instant, type Result } from "@ringtrail/core";
import type { Callback, CallEvent, LegEnd } from "@ringtrail/core/call-flow";
import type { CallNews, MessageMalformed, VerifiedMessage } from "../carrier.ts";
import { readFields, readInstant, type Fields } from "./read-fields.ts";

/**
 * Reads a later message of the dialplan into neutral events. A message about the end tells the whole leg again, so one
 * message that arrives is enough; the keys are the same wherever a thing is told, so it stays one event.
 */
export function readCallback(callback: Callback, message: VerifiedMessage): Result<CallNews, MessageMalformed> {
  const fields = readFields(message.body);
  const carrierRef = fields("callid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "callid" });
  const heardAt = message.receivedAt;
  return ok({ carrierRef, events: readers[callback]?.(fields, heardAt) ?? [] });
}

const readers: Partial<Record<Callback, (fields: Fields, heardAt: Instant) => readonly CallEvent[]>> = {
  "notice-ended": readNotice,
  "dial-ended": readLeg,
  status: readStatus,
  recording: readRecording,
};

/** `heard` is Asterisk's own word for a sound played to its end. A sound it could not play is no notice. */
function readNotice(fields: Fields, heardAt: Instant): readonly CallEvent[] {
  if (fields("notice") === "heard") return [{ kind: "notice_ended", at: heardAt, key: "notice" }];
  return fields("notice") === "key" ? [{ kind: "refused", at: heardAt, key: "notice" }] : [];
}

/** The leg to the business: when it was picked up, and how and when it ended. */
function readLeg(fields: Fields, heardAt: Instant): readonly CallEvent[] {
  const picked = fields("answered");
  const answeredAt = readInstant(picked, heardAt);
  const answered: readonly CallEvent[] =
    picked === undefined ? [] : [{ kind: "answered", at: answeredAt, key: `answered:${picked}` }];
  const end = legEnd(fields("dialstatus"), fields("dialcause"));
  if (end === undefined) return answered;
  const at = readInstant(fields("dialended"), heardAt);
  const talkMs = end === "answered" && picked !== undefined ? Math.max(0, at - answeredAt) : 0;
  return [...answered, { kind: "dial_ended", at, key: `dial:${fields("dialended") ?? ""}`, end, talkMs }];
}

/** The call as a whole; `ended` is when it was over for the caller. */
function readStatus(fields: Fields, heardAt: Instant): readonly CallEvent[] {
  const leg = readLeg(fields, heardAt);
  const ended = fields("ended");
  if (ended === undefined) return leg;
  const at = readInstant(ended, heardAt);
  const lengthMs = Math.max(0, at - readInstant(fields("rang"), at));
  const end = legEnd(fields("dialstatus"), fields("dialcause")) ?? "canceled";
  return [...leg, { kind: "ended", at, key: "ended", end, lengthMs }];
}

/** 16-bit samples of two channels, 8,000 times a second. */
const bytesPerMs = 32;

/** `recording` names the file, `bytes` its size. Without a size there is none: the two were never connected. */
function readRecording(fields: Fields, heardAt: Instant): readonly CallEvent[] {
  const ref = fields("recording");
  if (ref === undefined) return [];
  const bytes = Number(/^\d{1,12}$/.exec(fields("bytes") ?? "")?.[0] ?? 0);
  const key = `recording:${ref}`;
  if (bytes === 0) return [{ kind: "recording_absent", at: heardAt, key, why: "never_connected" }];
  const recording = { ref, url: "", lengthMs: Math.round(bytes / bytesPerMs), channels: 2 } as const;
  return [{ kind: "recording_ready", at: heardAt, key, recording }];
}

const ends: ReadonlyMap<string, LegEnd> = new Map([
  ["ANSWER", "answered"],
  ["BUSY", "busy"],
  ["NOANSWER", "no_answer"],
  ["CANCEL", "canceled"],
  ["CHANUNAVAIL", "failed"],
  ["CONGESTION", "failed"],
  ["INVALIDARGS", "failed"],
]);

/** Asterisk's DIALSTATUS. Congestion with cause 17 is a busy line of some trunks. */
function legEnd(status: string | undefined, cause: string | undefined): LegEnd | undefined {
  return status === "CONGESTION" && cause === "17" ? "busy" : ends.get(status ?? "");
}
