import { foldCall, type Callback, type CallEvent } from "@ringtrail/core/call-flow";
import { after } from "@ringtrail/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readsAnything } from "../../testing/read-garbled.ts";
import { readCallback } from "./read-callback.ts";
import { twilio } from "./twilio.ts";

readsAnything(twilio, {
  names: [
    "CallSid",
    "ParentCallSid",
    "To",
    "From",
    "CallStatus",
    "CallDuration",
    "Digits",
    "SpeechResult",
    "DialCallSid",
    "DialCallStatus",
    "DialCallDuration",
    "DialBridged",
    "RecordingSid",
    "RecordingStatus",
    "RecordingUrl",
    "RecordingDuration",
    "RecordingChannels",
    "ErrorCode",
    "Timestamp",
    "StirVerstat",
  ],
  words: ["completed", "in-progress", "busy", "absent", "CA1", "true", "1", "9", "Tue, 03 Mar 2026 08:29:10 +0000"],
  ref: "CallSid",
});

const leg = { CallSid: "CA2", ParentCallSid: "CA1" };
const stamped = (second: string) => ({ Timestamp: `Tue, 03 Mar 2026 08:29:${second} +0000` });
const trace: readonly [Callback, Record<string, string>][] = [
  ["notice-ended", { CallSid: "CA1", CallStatus: "in-progress", Digits: "" }],
  ["status", { ...leg, ...stamped("10"), CallStatus: "initiated" }],
  ["status", { ...leg, ...stamped("11"), CallStatus: "ringing" }],
  ["status", { ...leg, ...stamped("14"), CallStatus: "in-progress" }],
  ["recording", { CallSid: "CA1", RecordingSid: "RE1", RecordingStatus: "in-progress" }],
  ["status", { ...leg, ...stamped("44"), CallStatus: "completed", CallDuration: "30" }],
  ["dial-ended", { CallSid: "CA1", DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "30" }],
  ["status", { CallSid: "CA1", ...stamped("45"), CallStatus: "completed", CallDuration: "39" }],
  [
    "recording",
    { CallSid: "CA1", RecordingSid: "RE1", RecordingStatus: "completed", RecordingUrl: "u", RecordingDuration: "30" },
  ],
];
const heard = trace.map(([callback, form], index) => ({ callback, form, at: after(someday, index * 1_000) }));

test("a call's webhooks, in any order and repeated, tell the same call", () => {
  const told = readAll(heard);
  expect(told).toMatchObject({ phase: "ended", talkMs: 30_000, lengthMs: 39_000, recording: { ref: "RE1" } });
  fc.assert(
    fc.property(fc.shuffledSubarray([...heard, ...heard, ...heard], { minLength: heard.length * 3 }), (messages) => {
      expect(readAll(messages)).toEqual(told);
    }),
    { numRuns: 500 },
  );
});

/** As the store keeps them: the first event of a kind and key stays, later ones are repetitions. */
function readAll(messages: readonly (typeof heard)[number][]) {
  const kept = new Map<string, CallEvent>();
  for (const { callback, form, at } of messages) {
    const news = readCallback(callback, aVerifiedMessage(form, at));
    for (const event of news.ok ? news.value.events : []) {
      const name = `${event.kind} ${event.key}`;
      if (!kept.has(name)) kept.set(name, event);
    }
  }
  return foldCall([...kept.values()]);
}
