import type { Callback } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { aMessage, someday } from "../../testing/build-message.ts";
import type { VerifiedMessage } from "../carrier.ts";
import { readCallback } from "./read-callback.ts";

function told(callback: Callback, form: Readonly<Record<string, string>>, about = "") {
  const body = new URLSearchParams({ CallSid: "CA1", CallStatus: "in-progress", ...form }).toString();
  const url = `https://calls.example/x${about === "" ? "" : `?about=${about}`}`;
  const read = readCallback(callback, aMessage({ url, body }) as VerifiedMessage);
  return read.ok ? read.value.events : read.reason;
}
const at = someday;

const answers: [why: string, form: Record<string, string>, event: object][] = [
  ["the key for yes", { Digits: "1" }, { kind: "agreed", how: "key", heard: "1" }],
  [
    "a yes, and no more of what was said than that",
    { SpeechResult: "Yes, I am Ann." },
    { kind: "agreed", how: "speech", heard: "yes" },
  ],
  ["a yes in Spanish", { SpeechResult: "Sí, claro." }, { kind: "agreed", how: "speech", heard: "sí" }],
  ["another key is a no", { Digits: "2" }, { kind: "declined", how: "key" }],
  ["a hash is a key too", { Digits: "", FinishedOnKey: "#" }, { kind: "declined", how: "key" }],
  ["a no", { SpeechResult: "No." }, { kind: "declined", how: "speech" }],
  [
    "a yes that takes itself back",
    { SpeechResult: "Yes, no, I do not want that." },
    { kind: "declined", how: "speech" },
  ],
  ["something else", { SpeechResult: "Who is this? Yes?" }, { kind: "declined", how: "speech" }],
  ["silence", { Digits: "" }, { kind: "declined", how: "silence" }],
];

test.each(answers)("%s", (_why, form, event) => {
  expect(told("consent-answered", form)).toEqual([{ at, key: "CA1", ...event }]);
});

test("who hung up during the question has answered nothing", () => {
  expect(told("consent-answered", { Digits: "1", CallStatus: "completed" })).toEqual([]);
});

test("each menu of a call is an event of its own, also when nothing was pressed", () => {
  expect(told("menu-chosen", { Digits: "2" }, "sales")).toEqual([
    { kind: "chose", at, key: "sales", step: "sales", keys: "2" },
  ]);
  expect(told("menu-chosen", { Digits: "" }, "sales")).toMatchObject([{ keys: "" }]);
  expect(told("menu-chosen", { Digits: "2" })).toEqual([]);
});

test("whoever answered is told when the whisper is asked for, and the leg's beginning says what was said before", () => {
  const leg = { CallSid: "CA2", ParentCallSid: "CA1" };
  expect(told("whisper", leg)).toEqual([{ kind: "business_told", at, key: "CA2" }]);
  expect(told("whisper", { ...leg, CallStatus: "completed" })).toEqual([]);
  expect(told("status", { ...leg, CallStatus: "initiated" })).toEqual([{ kind: "dialled", at, key: "CA2:initiated" }]);
});

test("a leg that was answered and never connected has failed", () => {
  const dial = { DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "3" };
  expect(told("dial-ended", { ...dial, DialBridged: "false" }, "again")).toEqual([
    { kind: "dial_ended", at, key: "CA2:action", end: "failed", talkMs: 0, step: "again" },
  ]);
  expect(told("dial-ended", { ...dial, DialBridged: "true" })).toMatchObject([{ end: "answered", talkMs: 3_000 }]);
});

test("only a Dial that says that it was bridged proves that its leg was connected, and so told to the end", () => {
  const dial = { DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "3" };
  expect(told("dial-ended", { ...dial, DialBridged: "true" })).toMatchObject([{ connectedLeg: "CA2" }]);
  for (const DialBridged of ["false", "", "yes"]) {
    expect(told("dial-ended", { ...dial, DialBridged })).not.toMatchObject([{ connectedLeg: "CA2" }]);
  }
  expect(told("dial-ended", dial)).not.toMatchObject([{ connectedLeg: "CA2" }]);
  const busy = { ...dial, DialCallStatus: "busy", DialBridged: "true" };
  expect(told("dial-ended", busy)).not.toMatchObject([{ connectedLeg: "CA2" }]);
});
