import type { Callback } from "@ringtrail/core/call-flow";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";

/** 10,000 in the long run; the short one finds what is easy to find. */
const numRuns = process.env["RINGTRAIL_TEST_ALL"] === "1" ? 10_000 : 2_000;
const names = [
  "CallSid",
  "ParentCallSid",
  "CallStatus",
  "From",
  "To",
  "Digits",
  "DialCallStatus",
  "DialCallDuration",
  "RecordingSid",
  "RecordingUrl",
  "RecordingStatus",
  "CallDuration",
  "ShakenStirAttestation",
  "ShakenStirValidated",
  "Timestamp",
];
const word = fc.oneof(
  fc.constantFrom(
    "in-progress",
    "completed",
    "busy",
    "absent",
    "+14155550111",
    " 14155550111",
    "A",
    "true",
    "9",
    "",
    "-1",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), word), {
  maxLength: 20,
});
/** Forms with repeated keys, broken escapes, a plus that was not escaped, and what is no form at all. */
const body = fc.oneof(
  pairs.map((list) => new URLSearchParams(list).toString()),
  pairs.map((list) => list.map(([name, value]) => `${name}=${value}`).join("&")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test(`no ring of ${numRuns} garbled ones breaks the reader`, () => {
  fc.assert(
    fc.property(body, (text) => {
      const read = readVoice(aVerifiedMessage(text));
      const told = read.ok ? read.value.to : read.reason.code;
      expect(told).toMatch(/^\+[1-9]\d{6,14}$|^carrier_message_malformed$/);
    }),
    { numRuns },
  );
});

test.each(["notice-ended", "dial-ended", "status", "recording"] as const)(
  `no %s callback of ${numRuns} garbled ones breaks the reader, and its numbers stay numbers`,
  (callback: Callback) => {
    fc.assert(
      fc.property(body, (text) => {
        const read = readCallback(callback, aVerifiedMessage(text));
        const events = read.ok ? read.value.events : [];
        const lengths = events.map((event) => ("lengthMs" in event ? event.lengthMs : 0));
        expect(read.ok ? "CallSid" : read.reason.field).toBe("CallSid");
        expect(events.every(({ at }) => at <= someday)).toBe(true);
        expect(lengths.every((ms) => Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
      }),
      { numRuns },
    );
  },
);

test("a plus that form decoding ate is still a plus, and of a repeated key the first counts", () => {
  const read = readVoice(aVerifiedMessage("CallSid=v3:1&To=+14155550111&To=%2B19005550000&From=+14155550123"));

  expect(read.ok && read.value.to).toBe("+14155550111");
});

test.each([
  ["A", "true", { level: "A", result: "passed" }],
  ["b", "false", { level: "B", result: "failed" }],
  ["", "", { level: "none", result: "absent" }],
  ["Z", "maybe", { level: "none", result: "absent" }],
])("attestation %s, validated %s", (letter, validated, expected) => {
  const form = { CallSid: "v3:1", To: "+14155550111", ShakenStirAttestation: letter, ShakenStirValidated: validated };
  const read = readVoice(aVerifiedMessage(form));

  expect(read.ok && read.value.attestation).toEqual({ ...expected, isDiverted: false });
});

test("a leg's status that does not say whose leg it is tells nothing, and makes no call of its own", () => {
  const told = { ...aVerifiedMessage({ CallSid: "v3:leg", CallStatus: "completed", CallDuration: "9" }) };
  const at = (url: string) => readCallback("status", { ...told, url } as never);

  expect(at("https://calls.example/status?number=14155550111")).toMatchObject({ ok: true, value: { events: [] } });
  expect(at("https://calls.example/status")).toMatchObject({ ok: true, value: { events: [{ kind: "ended" }] } });
});
