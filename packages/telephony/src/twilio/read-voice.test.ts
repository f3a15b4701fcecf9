import { Phi, type CareDoor } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readVoice } from "./read-voice.ts";

const ring = { CallSid: "CA1", From: "+14155550123", To: "+14155550111", CallStatus: "ringing" };
const door: CareDoor = "carrier";

test("a ring tells who called which number, the caller sealed", () => {
  const read = readVoice(aVerifiedMessage({ ...ring, CallerName: "JANE DOE", StirVerstat: "TN-Validation-Passed-A" }));

  const call = read.ok ? read.value : undefined;
  expect(call).toMatchObject({
    carrierRef: "CA1",
    to: "+14155550111",
    attestation: { level: "A", result: "passed", isDiverted: false },
    fallback: undefined,
    rang: { kind: "rang", at: someday, key: "CA1" },
  });
  expect(call?.from && Phi.reveal(call.from, door)).toBe("+14155550123");
  expect(call?.name && Phi.reveal(call.name, door)).toBe("JANE DOE");
  expect(JSON.stringify(call)).not.toMatch(/0123|JANE/);
});

const withheld = ["anonymous", "Anonymous", "Restricted", "+266696687", "+7378742833", "+2562533", "+8656696", ""];

test.each([...withheld, "+86282452253", "sip:jane@example.com", "client:jane"])(
  "a caller who shows no phone number is nobody: %s",
  (From) => {
    const read = readVoice(aVerifiedMessage({ ...ring, From }));
    expect(read.ok && read.value.from).toBeUndefined();
    expect(read.ok).toBe(true);
  },
);

test("a plus sign that form decoding turned into a space is still a plus sign", () => {
  const read = readVoice(aVerifiedMessage("CallSid=CA1&From=+14155550123&To=+14155550111"));
  expect(read).toMatchObject({ ok: true, value: { to: "+14155550111" } });
  expect(read.ok && read.value.from && Phi.reveal(read.value.from, door)).toBe("+14155550123");
});

const attested: [verstat: string, level: string, result: string, isDiverted: boolean][] = [
  ["TN-Validation-Passed-A", "A", "passed", false],
  ["TN-Validation-Passed-B-Diverted", "B", "passed", true],
  ["TN-Validation-Passed-C-Passthrough", "C", "passed", false],
  ["TN-Validation-Failed", "none", "failed", false],
  ["TN-Validation-Failed-C", "C", "failed", false],
  ["No-TN-Validation", "none", "absent", false],
  ["", "none", "absent", false],
];

test.each(attested)("attestation %s", (StirVerstat, level, result, isDiverted) => {
  const read = readVoice(aVerifiedMessage({ ...ring, StirVerstat }));
  expect(read.ok && read.value.attestation).toEqual({ level, result, isDiverted });
});

test("a ring that came by the fallback address says why", () => {
  const read = readVoice(aVerifiedMessage({ ...ring, ErrorCode: "11200", ErrorUrl: "https://calls.example/voice" }));
  expect(read.ok && read.value.fallback).toEqual({ errorCode: "11200" });
});

test.each([
  ["CallSid", { ...ring, CallSid: "" }],
  ["To", { ...ring, To: "somebody" }],
])("without %s it is no ring", (field, form) => {
  expect(readVoice(aVerifiedMessage(form))).toEqual({
    ok: false,
    reason: { code: "carrier_message_malformed", field },
  });
});
