import { instant } from "@ringtrail/core";
import type { Callback, CallEvent } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readCallback } from "./read-callback.ts";

/** The second before `someday`, as Twilio writes it; the event may have happened until its last millisecond. */
const Timestamp = "Tue, 03 Mar 2026 08:29:59 +0000";
const at = instant(Date.UTC(2026, 2, 3, 8, 29, 59, 999));
const leg = { CallSid: "CA2", ParentCallSid: "CA1", Timestamp, SequenceNumber: "2" };
const sound = { CallSid: "CA1", RecordingSid: "RE1" };

const told: [what: string, Callback, Record<string, string>, CallEvent[]][] = [
  [
    "a silent end of the notice is the proof that it was heard",
    "notice-ended",
    { CallSid: "CA1", CallStatus: "in-progress", Digits: "" },
    [{ kind: "notice_ended", at: someday, key: "CA1" }],
  ],
  [
    "a key during the notice refuses the recording",
    "notice-ended",
    { CallSid: "CA1", CallStatus: "in-progress", Digits: "9" },
    [{ kind: "refused", at: someday, key: "CA1" }],
  ],
  [
    "so does any other key, because it cut the notice short",
    "notice-ended",
    { CallSid: "CA1", CallStatus: "in-progress", FinishedOnKey: "#" },
    [{ kind: "refused", at: someday, key: "CA1" }],
  ],
  [
    "a caller who hung up in the notice heard less than all",
    "notice-ended",
    { CallSid: "CA1", CallStatus: "completed" },
    [],
  ],
  [
    "the business picked up",
    "status",
    { ...leg, CallStatus: "in-progress" },
    [{ kind: "answered", at, key: "CA2:in-progress" }],
  ],
  ["the business's phone rings", "status", { ...leg, CallStatus: "ringing" }, []],
  [
    "the leg to the business ended after a talk",
    "status",
    { ...leg, CallStatus: "completed", CallDuration: "42" },
    [{ kind: "dial_ended", at, key: "CA2:completed", end: "answered", talkMs: 42_000 }],
  ],
  [
    "the leg to the business was never answered",
    "status",
    { ...leg, CallStatus: "no-answer", CallDuration: "0" },
    [{ kind: "dial_ended", at, key: "CA2:no-answer", end: "no_answer", talkMs: 0 }],
  ],
  [
    "the call is over for the caller",
    "status",
    { CallSid: "CA1", CallStatus: "completed", CallDuration: "61", Timestamp },
    [{ kind: "ended", at, key: "CA1:completed", end: "answered", lengthMs: 61_000 }],
  ],
  [
    "the Dial is over",
    "dial-ended",
    { CallSid: "CA1", DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "42" },
    [{ kind: "dial_ended", at: someday, key: "CA2:action", end: "answered", talkMs: 42_000 }],
  ],
  [
    "the Dial found the line busy",
    "dial-ended",
    { CallSid: "CA1", DialCallStatus: "busy", DialCallSid: "CA2", DialCallDuration: "3" },
    [{ kind: "dial_ended", at: someday, key: "CA2:action", end: "busy", talkMs: 0 }],
  ],
  [
    "the recording began",
    "recording",
    { ...sound, RecordingStatus: "in-progress", RecordingStartTime: Timestamp },
    [{ kind: "recording_started", at, key: "RE1:in-progress" }],
  ],
  [
    "the recording is ready",
    "recording",
    {
      ...sound,
      RecordingStatus: "completed",
      RecordingUrl: "https://api.example/RE1",
      RecordingDuration: "42",
      RecordingChannels: "2",
    },
    [
      {
        kind: "recording_ready",
        at: someday,
        key: "RE1:completed",
        recording: { ref: "RE1", url: "https://api.example/RE1", lengthMs: 42_000, channels: 2 },
      },
    ],
  ],
  [
    "the recording was too short to keep",
    "recording",
    { ...sound, RecordingStatus: "absent", ErrorCode: "16101" },
    [{ kind: "recording_absent", at: someday, key: "RE1:absent", why: "too_short" }],
  ],
  ["a word Twilio may invent tomorrow", "status", { ...leg, CallStatus: "levitating" }, []],
];

test.each(told)("%s", (_what, callback, form, events) => {
  const news = readCallback(callback, aVerifiedMessage(form));
  expect(news).toEqual({ ok: true, value: { carrierRef: "CA1", events } });
});

test("a callback about no call is malformed", () => {
  expect(readCallback("status", aVerifiedMessage({ CallStatus: "completed" }))).toEqual({
    ok: false,
    reason: { code: "carrier_message_malformed", field: "CallSid" },
  });
});

test("an instant the carrier tells in the future is the instant we heard of it", () => {
  const form = { ...leg, CallStatus: "in-progress", Timestamp: "Tue, 03 Mar 2026 09:00:00 +0000" };
  const news = readCallback("status", aVerifiedMessage(form));
  expect(news.ok && news.value.events[0]?.at).toBe(someday);
});
