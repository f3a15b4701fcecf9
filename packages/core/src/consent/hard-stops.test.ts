import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/build-rule-set.ts";
import { decideRecording } from "./decide-recording.ts";
import type { HardStop } from "./recording-principle.ts";
import type { RecordingFlags, RecordingPolicy } from "./recording-question.ts";

function decide(place: string, flags: RecordingFlags, policy?: RecordingPolicy, channel?: "web_call") {
  const question = { businessJurisdictions: [place], caller: { declared: place }, flags, policy, channel };
  const decided = decideRecording(aRuleSet(), question);
  if (!decided.ok) throw new Error(JSON.stringify(decided.reason));
  return decided.value;
}

const stopped: [why: string, place: string, flags: RecordingFlags, HardStop][] = [
  ["a refusal stops even where silence is lawful", "US-TX", { refused: true }, "caller_refused"],
  ["a spoken no is a refusal", "US-CA", { activeConsent: false }, "caller_refused"],
  ["a notice that failed where one is needed", "US-CA", { announcementFailed: true }, "announcement_failed"],
  ["a notice outside the recording", "US-WA", { announcementRecorded: false }, "announcement_not_recorded"],
  ["silence where a yes is needed", "DE", { activeConsent: null }, "active_consent_missing"],
  ["health data and no agreement", "US-TX", { hipaa: true, baa: false }, "no_baa"],
  ["health data and an agreement nobody knows of", "US-TX", { hipaa: true }, "no_baa"],
  ["a card being read out", "US-TX", { cardDataSegment: true }, "card_data"],
  ["nobody on the call agreed", "US-TX", { participantConsent: false }, "nobody_consented"],
  ["a criminal purpose", "US-TX", { purpose: "criminal" }, "criminal_purpose"],
  ["a place that forbids it", "FR", { continuousRecording: true }, "forbidden_by_place"],
];

test.each(stopped)("%s", (_why, place, flags, stop) => {
  const decision = decide(place, flags);

  expect(decision).toMatchObject({ minimum: "do_not_record", recommended: "do_not_record", applied: "do_not_record" });
  expect(decision.governing.rule).toBe(stop);
  expect(decision.reasons[0]).toEqual({ code: "stopped", stop });
});

const going: [why: string, place: string, flags: RecordingFlags, minimum: string][] = [
  ["a failed notice where none is needed", "US-TX", { announcementFailed: true }, "silent"],
  ["a notice outside the recording where that is enough", "US-CA", { announcementRecorded: false }, "announce"],
  ["a yes not asked for yet", "DE", {}, "active_consent"],
  ["a yes", "DE", { activeConsent: true }, "active_consent"],
  ["no answer where none is needed", "US-CA", { activeConsent: null }, "announce"],
  ["health data with an agreement", "US-TX", { hipaa: true, baa: true }, "silent"],
  ["a child on an ordinary telephone", "US-TX", { childDirected: true }, "silent"],
  ["listening only, which counts as recording", "US-CA", { monitoringOnly: true }, "announce"],
];

test.each(going)("not stopped: %s", (_why, place, flags, minimum) => {
  expect(decide(place, flags).minimum).toBe(minimum);
});

test("a child online without a parent's consent stops the recording", () => {
  expect(decide("US-TX", { childDirected: true }, undefined, "web_call").minimum).toBe("do_not_record");
});

test("a card being read out stops its part of the call, not the call", () => {
  expect(decide("US-TX", { cardDataSegment: true }).scope).toBe("segment");
  expect(decide("US-TX", { cardDataSegment: true, refused: true }).scope).toBe("call");
});

test("an unproved notice stops the recording of an owner who always announces, though the law would not", () => {
  expect(decide("US-TX", { announcementFailed: true })).toMatchObject({ minimum: "silent", applied: "do_not_record" });
});

const policies: [why: string, place: string, RecordingFlags, RecordingPolicy, applied: string, sides: string][] = [
  ["announcing is the default", "US-TX", {}, {}, "announce", "both"],
  [
    "silence needs a reason and an author",
    "US-TX",
    {},
    { want: "silent", silence: { reason: "test line", author: "Ann" } },
    "silent",
    "both",
  ],
  [
    "silence is not had where the law wants more",
    "US-CA",
    {},
    { want: "silent", silence: { reason: "test line", author: "Ann" } },
    "announce",
    "both",
  ],
  ["an owner may ask for a yes", "US-TX", { activeConsent: null }, { want: "active_consent" }, "do_not_record", "none"],
  ["an owner may switch it off", "US-TX", {}, { want: "do_not_record" }, "do_not_record", "none"],
  [
    "off is off for the business side too",
    "US-TX",
    {},
    { want: "do_not_record", businessSideAlone: true },
    "do_not_record",
    "none",
  ],
  [
    "the business side alone after a refusal",
    "US-CA",
    { refused: true },
    { businessSideAlone: true },
    "do_not_record",
    "business_only",
  ],
  ["not without the owner's word", "US-CA", { refused: true }, {}, "do_not_record", "none"],
  [
    "not while a card is read out",
    "US-CA",
    { cardDataSegment: true },
    { businessSideAlone: true },
    "do_not_record",
    "none",
  ],
];

test.each(policies)("%s", (_why, place, flags, policy, applied, sides) => {
  expect(decide(place, flags, policy)).toMatchObject({ applied, sides });
});

test("what else the answer brings: obligations, a blocked feature, a defect of wording, a newcomer to be told", () => {
  expect(decide("US-TX", { hipaa: true, baa: true }).detail.obligations).toEqual([
    "encrypt",
    "audit_log",
    "minimum_necessary",
  ]);
  expect(decide("US-CA", { voiceprint: true }).detail.blockedFeatures).toEqual(["voiceprint"]);
  expect(decide("US-CA", { voiceprint: true, writtenRelease: true }).detail.blockedFeatures).toEqual([]);
  expect(decide("NO", { announcementWording: "may_be" }).detail.wordingDefect).toBe(true);
  expect(decide("US-CA", { announcementWording: "may_be" }).detail.wordingDefect).toBe(false);
  expect(decide("NO", {}).detail.noticeMustSay).toEqual(["that_it_is_recorded", "definite_wording"]);
  expect(decide("US-TX", { thirdPartyJoined: "US-CA" }).detail.reannounce).toBe(true);
  expect(decide("US-TX", { thirdPartyJoined: "US-CA", thirdPartyTold: true }).detail.reannounce).toBe(false);
});
