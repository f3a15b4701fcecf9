import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/build-rule-set.ts";
import { instant } from "../time.ts";
import { decideRecording } from "./decide-recording.ts";
import { inCaseWords, readRecordingCase } from "./read-recording-case.ts";
import type { RecordingQuestionWrong } from "./recording-question.ts";

const rules = aRuleSet({ fromMs: 1_000 });

/** What is wrong with a case of these fields, in the words of a case file. */
function wrongWith(fields: object, at = 2_000): RecordingQuestionWrong | undefined {
  const read = readRecordingCase({ business_jurisdictions: ["US-TX"], ...fields }, instant(at));
  const decided = read.ok ? decideRecording(rules, read.value) : read;
  return decided.ok ? undefined : inCaseWords(decided.reason);
}

const wrong: [why: string, fields: object, code: string, field: string][] = [
  ["no business place", { business_jurisdictions: [] }, "business_place_missing", "business_jurisdictions"],
  ["no list of them", { business_jurisdictions: "US-TX" }, "question_malformed", "business_jurisdictions"],
  [
    "a place that is none",
    { business_jurisdictions: ["US-TX", "US-ZZ"] },
    "jurisdiction_unknown",
    "business_jurisdictions[1]",
  ],
  ["a place in lower case", { agent_location: "us-tx" }, "jurisdiction_unknown", "agent_location"],
  ["a country that is none", { recording_location: "ZZ" }, "jurisdiction_unknown", "recording_location"],
  ["a caller's place that is none", { caller: { declared: "XX" } }, "jurisdiction_unknown", "caller.declared"],
  ["a part of no country", { caller: { geo_ip: "ZZ-1" } }, "jurisdiction_unknown", "caller.geo_ip"],
  [
    "a newcomer from nowhere",
    { flags: { third_party_joined: "Q" } },
    "jurisdiction_unknown",
    "flags.third_party_joined",
  ],
  ["a place that is no text", { agent_location: 7 }, "question_malformed", "agent_location"],
  ["a number without a plus sign", { caller: { number: "5125550123" } }, "phone_malformed", "caller.number"],
  ["a number with spaces", { caller: { number: "+1 512 555 0123" } }, "phone_malformed", "caller.number"],
  ["a number that is a number", { caller: { number: 5125550123 } }, "question_malformed", "caller.number"],
  ["a caller that is a list", { caller: [] }, "question_malformed", "caller"],
  ["visits without places", { caller: { visits: [{}] } }, "question_malformed", "caller.visits"],
  ["an unknown flag", { flags: { shouted: true } }, "flag_unknown", "flags.shouted"],
  ["a flag of another spelling", { flags: { announcementPlayed: true } }, "flag_unknown", "flags.announcementPlayed"],
  ["a flag from a prototype", { flags: { constructor: true } }, "flag_unknown", "flags.constructor"],
  ["a purpose nobody has", { flags: { purpose: "fun" } }, "value_unknown", "flags.purpose"],
  ["a yes that is a text", { flags: { refused: "yes" } }, "value_unknown", "flags.refused"],
  ["a beep nobody knows", { flags: { method: "beep" } }, "value_unknown", "flags.method"],
  ["days below none", { flags: { retention_days: -1 } }, "value_unknown", "flags.retention_days"],
  ["a channel nobody has", { channel: "fax" }, "value_unknown", "channel"],
  ["a direction nobody has", { direction: "sideways" }, "value_unknown", "direction"],
  ["a line nobody has", { caller: { line_type: "tin can" } }, "value_unknown", "caller.line_type"],
  ["a policy nobody has", { policy: { want: "whisper" } }, "value_unknown", "policy.want"],
  ["silence without a reason", { policy: { want: "silent" } }, "silence_unjustified", "policy.silence"],
  [
    "silence without an author",
    { policy: { want: "silent", silence: { reason: "x" } } },
    "silence_unjustified",
    "policy.silence",
  ],
  ["law that was not loaded", { caller: { number: "+81312345678" } }, "rules_not_loaded", "caller.number"],
];

test.each(wrong)("%s is refused with a code and a field", (_why, fields, code, field) => {
  expect(wrongWith(fields)).toMatchObject({ code, field });
});

test("a call before the rule set speaks is refused, because its law may have been another", () => {
  expect(wrongWith({}, 999)).toEqual({ code: "date_before_rule_set", field: "at", asOf: "2026-11" });
});

test.each([null, 7, "case", []])("%j is no case", (json) => {
  expect(readRecordingCase(json, undefined)).toMatchObject({ reason: { code: "question_malformed" } });
});

test("a malformed number is not repeated", () => {
  expect(JSON.stringify(wrongWith({ caller: { number: "512-555-0123" } }))).not.toContain("512");
});

test("null is not known, save that a yes asked for and not given is an answer; other fields are ignored", () => {
  const caller = { number: null, line_type: null, declared: "DE", geo_ip: null };
  const given = {
    caller,
    agent_location: null,
    flags: { active_consent: null, refused: null },
    id: "x",
    expected: "y",
  };

  expect(readRecordingCase({ business_jurisdictions: ["DE"], ...given }, undefined)).toEqual({
    ok: true,
    value: { businessJurisdictions: ["DE"], caller: { declared: "DE" }, flags: { activeConsent: null } },
  });
});
