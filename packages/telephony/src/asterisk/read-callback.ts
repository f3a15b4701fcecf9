import { err, instant, ok, type Instant, type Result } from "@ringtrail/core";
import { yesKey, type Callback, type CallEvent, type LegEnd } from "@ringtrail/core/call-flow";
import type { CallNews, MessageMalformed, VerifiedMessage } from "../carrier.ts";
import { readFields, readInstant, type Fields, type Told } from "./read-fields.ts";
import { readRecording, readRecordingStart } from "./read-recording.ts";
import { readTalk } from "./read-talk.ts";

const readers: Readonly<Record<Callback, (told: Told) => readonly CallEvent[]>> = {
  "notice-ended": readNotice,
  "consent-answered": readAnswer,
  "menu-chosen": readChoice,
  "dial-ended": readLeg,
  status: readStatus,
  recording: ({ fields, at }) => readRecording(fields, at),
  "talk-changed": readTalk,
  // A message's recording tells its own story; a whisper and a sound are no moments of their own here.
  "message-ended": () => [],
  whisper: () => [],
  sound: () => [],
};

/**
 * Reads a later message of the dialplan into neutral events. A message about the end tells the whole leg again, so one
 * message that arrives is enough; the keys are the same wherever a thing is told, so it stays one event.
 */
export function readCallback(callback: Callback, message: VerifiedMessage): Result<CallNews, MessageMalformed> {
  const fields = readFields(message.body);
  const carrierRef = fields("callid");
  if (carrierRef === undefined) return err({ code: "carrier_message_malformed", field: "callid" });
  const step = URL.parse(message.url)?.searchParams.get("about") ?? undefined;
  return ok({ carrierRef, events: readers[callback]({ fields, at: message.receivedAt, step }) });
}

/** `heard` is Asterisk's own word for a sound played to its end. A sound it could not play is no notice. */
function readNotice({ fields, at }: Told): readonly CallEvent[] {
  const began = fields("began");
  const startedAt = began === undefined ? undefined : readInstant(began, at);
  if (fields("played") === "heard") return [{ kind: "notice_ended", at, key: "notice", startedAt }];
  return fields("played") === "key" ? [{ kind: "refused", at, key: "notice" }] : [];
}

/** The question for a yes is over. A question that could not be played was answered by nobody. */
function readAnswer({ fields, at }: Told): readonly CallEvent[] {
  const key = "consent";
  if (fields("played") === "heard") return [{ kind: "declined", at, key, how: "silence" }];
  if (fields("played") !== "key") return [];
  const heard = fields("key");
  return heard === yesKey
    ? [{ kind: "agreed", at, key, how: "key", heard }]
    : [{ kind: "declined", at, key, how: "key" }];
}

/** A menu is over. Its key is the step, so that each menu of a call is an event of its own. */
function readChoice({ fields, at, step }: Told): readonly CallEvent[] {
  return step === undefined ? [] : [{ kind: "chose", at, key: step, step, keys: fields("key") ?? "" }];
}

/** The leg to the business: when it was rung, picked up and told, and how and when it ended. */
function readLeg({ fields, at: heardAt, step }: Told): readonly CallEvent[] {
  const moment = (kind: "dialled" | "answered", field: string): readonly CallEvent[] => {
    const told = fields(field);
    return told === undefined ? [] : [{ kind, at: readInstant(told, heardAt), key: `${field}:${told}` }];
  };
  const before = [...moment("dialled", "dialled"), ...moment("answered", "answered"), ...readWhisper(fields, heardAt)];
  const end = legEnd(fields("dialstatus"), fields("dialcause"));
  if (end === undefined) return before;
  const at = readInstant(fields("dialended"), heardAt);
  const connected = fields("connected") ?? fields("answered");
  const talkMs = end === "answered" && connected !== undefined ? Math.max(0, at - readInstant(connected, heardAt)) : 0;
  return [...before, { kind: "dial_ended", at, key: `dial:${fields("dialended") ?? ""}`, end, talkMs, step }];
}

/** What whoever answered was told: it begins when they pick up, and `told` is when it had been played to its end. */
function readWhisper(fields: Fields, heardAt: Instant): readonly CallEvent[] {
  const told = fields("told");
  if (told === undefined) return [];
  const endedAt = readInstant(told, heardAt);
  const at = instant(Math.min(endedAt, readInstant(fields("answered"), heardAt)));
  return [{ kind: "business_told", at, key: `told:${told}`, endedAt }];
}

/** The call as a whole; `ended` is when it was over for the caller. */
function readStatus(told: Told): readonly CallEvent[] {
  const { fields, at: heardAt } = told;
  const leg = [...readLeg(told), ...readRecordingStart(fields, heardAt)];
  const ended = fields("ended");
  if (ended === undefined) return leg;
  const at = readInstant(ended, heardAt);
  const lengthMs = Math.max(0, at - readInstant(fields("rang"), at));
  const end = legEnd(fields("dialstatus"), fields("dialcause")) ?? "canceled";
  return [...leg, { kind: "ended", at, key: "ended", end, lengthMs }];
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
