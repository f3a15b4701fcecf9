import { expect, test } from "vitest";
import { aVerifiedMessage } from "../../testing/build-message.ts";
import { readsAnything } from "../../testing/read-garbled.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";
import { telnyx } from "./telnyx.ts";

readsAnything(telnyx, {
  names: [
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
  ],
  words: ["in-progress", "completed", "busy", "absent", "+14155550111", " 14155550111", "A", "true", "9", "", "-1"],
  ref: "CallSid",
});

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
