import { Phi } from "@ringtrail/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPastHeader } from "./call-columns.ts";
import { callrailWords } from "./callrail/callrail-words.ts";
import { ctmWords } from "./ctm/ctm-words.ts";
import { toldTouch } from "./past-touch.ts";
import { readLength } from "./read-length.ts";
import { readMoment } from "./read-moment.ts";
import { readPastRow } from "./read-past-row.ts";

const callrail: Readonly<Record<string, string>> = {
  id: "CAL8154748ae6bd4e278a7cddd38a662f4f",
  "Tracking Phone Number": "(415) 555-0101",
  start_time: "2026-11-02T10:00:00.000-05:00",
  customer_phone_number: "+12125550188",
  customer_name: "Ann Lee",
  answered: "true",
  duration: "125",
  direction: "inbound",
  source: "Google Ads",
  medium: "cpc",
  landing_page_url: "https://plumber.example/offer?gclid=abc&utm_campaign=spring",
  first_call: "true",
  recording: "https://app.callrail.com/calls/CAL8/recording",
};

function read(row: Readonly<Record<string, string>>, words = callrailWords, zone?: string) {
  return readPastRow(Object.values(row), readPastHeader(Object.keys(row), words), words, zone);
}

test("a row of CallRail: the landing page is read by our own rules, the recording's address is not kept", () => {
  const call = read(callrail);

  expect(call).toMatchObject({
    ok: true,
    value: {
      ref: "CAL8154748ae6bd4e278a7cddd38a662f4f",
      number: "+14155550101",
      rangAt: Date.parse("2026-11-02T15:00:00Z"),
      end: "answered",
      talkMs: 125_000,
      lengthMs: 125_000,
      touch: { channel: "paid_search", source: "google", medium: "cpc", campaign: "spring", clickId: "gclid" },
      isFirst: true,
      isRecorded: true,
    },
  });
  if (!call.ok) return;
  expect(call.value.touch?.rule).not.toBe("imported");
  expect(call.value.caller && Phi.reveal(call.value.caller, "care-store")).toBe("+12125550188");
  expect(JSON.stringify(call)).not.toMatch(/2125550188|Ann Lee|recording"|app\.callrail/);
});

test("a row of CTM: a time with zone, talk apart from length, a source that is somebody else's word", () => {
  const call = read(
    {
      sid: "CA-1",
      tracking_number: "+14155550101",
      called_at: "2026-11-02 01:00 PM -05:00",
      caller_number: "anonymous",
      dial_status: "no-answer",
      duration: "0:31",
      talk_time: "0",
      source: "Yelp",
      location: "",
      is_new_caller: "false",
    },
    ctmWords,
  );

  expect(call).toMatchObject({
    ok: true,
    value: {
      rangAt: Date.parse("2026-11-02T18:00:00Z"),
      end: "no_answer",
      talkMs: 0,
      lengthMs: 31_000,
      caller: undefined,
      touch: { channel: "campaign", source: "yelp", rule: "imported" },
      isFirst: false,
    },
  });
});

const refusals: [code: string, changed: Readonly<Record<string, string>>, zone?: string][] = [
  ["id_malformed", { id: "" }],
  ["id_malformed", { id: "x".repeat(8_192) }],
  ["call_outbound", { direction: "outbound" }],
  ["number_malformed", { "Tracking Phone Number": "rubbish" }],
  ["caller_malformed", { customer_phone_number: "12" }],
  ["time_malformed", { start_time: "2026-02-30T10:00:00Z" }],
  ["time_malformed", { start_time: "yesterday" }],
  ["zone_missing", { start_time: "2026-11-02 10:00:00" }],
  ["zone_unknown", { start_time: "2026-11-02 10:00:00" }, "Mars/Olympus"],
  ["length_malformed", { duration: "long" }],
  ["outcome_unknown", { answered: "perhaps" }],
];

test.each(refusals)("%s", (code, changed, zone) => {
  const refused = read({ ...callrail, ...changed }, callrailWords, zone);

  expect(refused).toMatchObject({ ok: false, reason: { code } });
  expect(JSON.stringify(refused).length).toBeLessThan(300);
});

test("columns that are missing are named, and those without a home here are told", () => {
  expect(readPastHeader(["id", "Start Time", "tags", "value"], callrailWords)).toMatchObject({
    missing: ["number", "caller", "outcome", "length"],
    left: ["tags", "value"],
  });
});

test("whatever stands in the cells, a row is a call or a named refusal, and never throws", () => {
  const anyCell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(...Object.values(callrail), "__proto__", "\0", "x".repeat(8_192), "+1", "2026-11-01 01:30:00"),
  );
  const anyZone = fc.option(fc.constantFrom("America/New_York", "nowhere", "__proto__"), { nil: undefined });
  const anyWords = fc.constantFrom(callrailWords, ctmWords);
  const names = [...new Set(Object.values(callrailWords.calls).flat()), ...Object.values(ctmWords.calls).flat()];
  const anyHeader = fc.array(fc.constantFrom(...names), { maxLength: 20 });
  fc.assert(
    fc.property(anyHeader, fc.array(anyCell, { maxLength: 20 }), anyWords, anyZone, (header, cells, words, zone) => {
      const row = readPastRow(cells, readPastHeader(header, words), words, zone);
      return row.ok
        ? Number.isSafeInteger(row.value.rangAt) && row.value.talkMs <= row.value.lengthMs
        : /^[a-z_]+$/.test(row.reason.code);
    }),
  );
});

const moments: [text: string, zone: string | undefined, at: string][] = [
  ["2026-11-02T10:00:00Z", undefined, "2026-11-02T10:00:00Z"],
  ["2026-07-02 10:00", "America/New_York", "2026-07-02T14:00:00Z"],
  ["2026-12-02 10:00", "America/New_York", "2026-12-02T15:00:00Z"],
  // Clocks go back: 01:30 is twice, the first counts. Clocks go forward: 02:30 is never, it is told as before the change.
  ["2026-11-01 01:30:00", "America/New_York", "2026-11-01T05:30:00Z"],
  ["2026-03-08 02:30:00", "America/New_York", "2026-03-08T07:30:00Z"],
  ["2026-11-02 12:00 AM +05:30", undefined, "2026-11-01T18:30:00Z"],
];

test.each(moments)("%s in %s is %s", (text, zone, at) => {
  expect(readMoment(text, zone)).toEqual({ ok: true, value: Date.parse(at) });
});

test.each([
  ["125", 125_000],
  ["2:05", 125_000],
  ["01:02:05", 3_725_000],
  ["2m 5s", 125_000],
  ["-1", undefined],
  ["999999", undefined],
] as const)("the length %s is %s", (text, length) => {
  expect(readLength(text)).toBe(length);
});

test.each([
  ["Google Ads", "", "paid_search"],
  ["Google Organic", "", "organic_search"],
  ["Google My Business", "", "maps"],
  ["Facebook Ads", "", "paid_social"],
  ["Direct", "", "direct"],
  ["Billboard on 5th", "", "campaign"],
  ["blog.example", "referral", "referral"],
  ["not-linkedin-really", "", "campaign"],
] as const)("the words %s %s mean %s", (source, medium, channel) => {
  expect(toldTouch({ source, medium, campaign: "", keyword: "" })).toMatchObject({ channel, rule: "imported" });
});
