import { Phi } from "@ringtrail/core";
import { describe, expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readsAnything } from "../../testing/read-garbled.ts";
import { asterisk } from "./asterisk.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";

const ring = { callid: "1.1", from: "+12125550188", name: "JANE CALLER", to: "+14155550111", pres: "allowed" };

describe("who rings", () => {
  test.each([
    ["<sip:+12125550188@trunk;verstat=TN-Validation-Passed>", "A", "", "A", "passed", false],
    ["<sip:+12125550188@trunk;verstat=TN-Validation-Failed-B>", "", "", "B", "failed", false],
    ["<sip:+12125550188@trunk>", "", "<sip:+1415@x>;reason=no-answer", "none", "absent", true],
    ["", "D", "", "none", "absent", false],
  ])("%s with indicator %j and diversion %j", (identity, attestation, diversion, level, result, isDiverted) => {
    const read = readVoice(aVerifiedMessage({ ...ring, identity, attestation, diversion }));
    expect(read).toMatchObject({ ok: true, value: { attestation: { level, result, isDiverted } } });
  });

  test.each(["prohib", "prohib_not_screened", "prohib_passed_screen"])(
    "a caller whose presentation is %s has neither number nor name",
    (pres) => {
      const read = readVoice(aVerifiedMessage({ ...ring, pres }));
      expect(read).toMatchObject({ ok: true, value: { from: undefined, name: undefined } });
    },
  );

  test("number and name are sealed from the first line on", () => {
    const read = readVoice(aVerifiedMessage(ring));
    expect(read.ok && read.value.name && Phi.reveal(read.value.name, "carrier")).toBe("JANE CALLER");
    expect(JSON.stringify(read)).not.toContain("JANE");
  });
});

describe("how it went", () => {
  const tell = (form: Readonly<Record<string, string>>) =>
    readCallback("status", aVerifiedMessage({ ...ring, ...form }));
  const rang = String(someday - 60_000);
  const answered = String(someday - 50_000);
  const over = String(someday - 1_000);

  test("the last message tells the whole leg again, under the same keys", () => {
    const early = tell({ answered });
    const last = tell({ rang, answered, dialended: over, dialstatus: "ANSWER", ended: over });
    expect(last).toMatchObject({
      value: {
        events: [
          { kind: "answered" },
          { kind: "dial_ended", end: "answered", talkMs: 49_000 },
          { kind: "ended", end: "answered", lengthMs: 59_000 },
        ],
      },
    });
    expect(early.ok && last.ok && early.value.events[0]?.key === last.value.events[0]?.key).toBe(true);
  });

  test.each([
    ["ANSWER", "16", "answered"],
    ["BUSY", "17", "busy"],
    ["CONGESTION", "17", "busy"],
    ["CONGESTION", "34", "failed"],
    ["NOANSWER", "19", "no_answer"],
    ["CANCEL", "0", "canceled"],
    ["CHANUNAVAIL", "20", "failed"],
  ])("a leg that ended %s with cause %s is %s", (dialstatus, dialcause, end) => {
    const read = tell({ dialstatus, dialcause, dialended: over });
    expect(read).toMatchObject({ value: { events: [{ kind: "dial_ended", end }] } });
  });

  test("a call that ended before anybody was dialled is canceled", () => {
    expect(tell({ ended: over, rang })).toMatchObject({ value: { events: [{ kind: "ended", end: "canceled" }] } });
  });

  test("a clock that runs ahead is not believed", () => {
    const read = tell({ answered: String(someday + 3_600_000) });
    expect(read).toMatchObject({ value: { events: [{ at: someday }] } });
  });

  test("a sound that could not be played is no notice", () => {
    const read = readCallback("notice-ended", aVerifiedMessage({ ...ring, played: "failed", key: "" }));
    expect(read).toMatchObject({ ok: true, value: { events: [] } });
  });

  test.each([
    ["320000", { kind: "recording_ready", recording: { lengthMs: 10_000, channels: 2 } }],
    ["", { kind: "recording_absent", why: "never_connected" }],
    ["0", { kind: "recording_absent" }],
    ["-5", { kind: "recording_absent" }],
  ])("a recording of %j bytes", (bytes, event) => {
    const read = readCallback("recording", aVerifiedMessage({ ...ring, recording: "ringtrail-1.1", bytes }));
    expect(read).toMatchObject({ value: { events: [event] } });
  });
});

readsAnything(asterisk, {
  names: [
    ...Object.keys(ring),
    "answered",
    "began",
    "bytes",
    "cause",
    "connected",
    "dialcause",
    "dialended",
    "dialled",
    "dialstatus",
    "ended",
    "joined",
    "key",
    "keys",
    "played",
    "recorded",
    "recording",
    "told",
    "when",
  ],
  words: ["ANSWER", "BUSY", "heard", "key", "failed", "1772526600000", "1772526600001", "17", "*7", "ringtrail-1.1"],
  ref: "callid",
});
