import { expect, test } from "vitest";
import { aPlaceRule, aRuleSet } from "../../testing/build-rule-set.ts";
import { decideRecording } from "./decide-recording.ts";
import type { RecordingMeans } from "./recording-means.ts";
import type { CallerEvidence, RecordingQuestion } from "./recording-question.ts";

const rules = aRuleSet();

function decide(question: Partial<RecordingQuestion>, by = rules) {
  const decided = decideRecording(by, { businessJurisdictions: ["US-TX"], ...question });
  if (!decided.ok) throw new Error(JSON.stringify(decided.reason));
  return decided.value;
}

const texan: CallerEvidence = { number: "+15125550123", declared: "US-TX" };

const evidence: [why: string, caller: CallerEvidence, RecordingMeans][] = [
  ["a stated silent place is silent", { declared: "US-TX" }, "silent"],
  ["a number alone is never silent", { number: "+15125550123" }, "announce"],
  ["a landline number alone is not either", { number: "+15125550123", lineType: "landline" }, "announce"],
  ["a withheld number is unknown, so strict", {}, "announce"],
  ["a toll-free number says nothing", { number: "+18005550123" }, "announce"],
  ["an area code nobody assigned is unknown", { number: "+19995550123" }, "announce"],
  ["a calling code nobody assigned is unknown", { number: "+21055501234" }, "announce"],
  ["a stated place does not erase a stricter number", { declared: "US-TX", number: "+14155550123" }, "announce"],
  ["nor a number from a country without a rule", { declared: "US-TX", number: "+18765550123" }, "announce"],
  ["a toll-free number adds nothing to a stated place", { declared: "US-TX", number: "+18005550123" }, "silent"],
  ["a stated place adds strictness to a number", { declared: "US-CA", number: "+15125550123" }, "announce"],
  ["a network address is a hint and adds strictness", { declared: "US-TX", geoIp: "US-CA" }, "announce"],
  ["a network address alone is never silent", { geoIp: "US-TX" }, "announce"],
  ["a billing place adds strictness", { declared: "US-TX", billing: "DE" }, "active_consent"],
  ["an unlikely visit adds strictness", { ...texan, visits: [{ place: "US-CA", probability: 0.01 }] }, "announce"],
  ["a country whose part is unknown is not silent", { declared: "US" }, "announce"],
  ["a member state without a rule has its union's", { declared: "LT" }, "announce"],
  ["a part of a country is asked as the country", { declared: "DE-BY" }, "active_consent"],
  ["a German number is enough to ask for a yes", { number: "+493023125001" }, "active_consent"],
];

test.each(evidence)("%s", (_why, caller, expected) => {
  expect(decide({ caller }).minimum).toBe(expected);
});

const places: [why: string, question: Partial<RecordingQuestion>, RecordingMeans][] = [
  ["every business place counts", { businessJurisdictions: ["US-TX", "US-CA"] }, "announce"],
  ["the agent's seat counts", { agentLocation: "US-CA" }, "announce"],
  ["every seat from which a call may be answered counts", { agentLocations: ["US-TX", "DE"] }, "active_consent"],
  ["the recorder's place counts", { recordingLocation: "DE" }, "active_consent"],
  ["a video call is asked as one", { channel: "video", businessJurisdictions: ["US-OR"] }, "announce"],
  ["a telephone call is not", { channel: "phone", businessJurisdictions: ["US-OR"] }, "silent"],
  [
    "a newcomer's place counts, told or not",
    { flags: { thirdPartyJoined: "US-CA", thirdPartyTold: true } },
    "announce",
  ],
];

test.each(places)("%s", (_why, question, expected) => {
  expect(decide({ caller: texan, ...question }).minimum).toBe(expected);
});

const exceptions: [why: string, place: string, flags: RecordingQuestion["flags"], RecordingMeans][] = [
  ["a purpose can loosen", "BE", { purpose: "quality", retentionDays: 30 }, "announce"],
  ["kept too long it does not", "BE", { purpose: "quality", retentionDays: 90 }, "active_consent"],
  ["kept nobody knows how long it does not", "BE", { purpose: "quality" }, "active_consent"],
  ["sensitive data can tighten", "SE", { sensitiveData: "health" }, "active_consent"],
  ["every call without a need is forbidden", "FR", { continuousRecording: true }, "do_not_record"],
  ["with a documented need it is not", "FR", { continuousRecording: true, documentedNeed: true }, "announce"],
];

test.each(exceptions)("%s", (_why, place, flags, expected) => {
  expect(decide({ businessJurisdictions: [place], caller: { declared: place }, flags }).minimum).toBe(expected);
});

const silently = { want: "silent", silence: { reason: "counsel's opinion", author: "Ann" } } as const;

test("a visit's place is considered with how likely the visit is the caller's, the likeliest of its place", () => {
  const visits = [0.2, 0.7, 0.1].map((probability) => ({ place: "US-CA", probability }));

  expect(decide({ caller: { ...texan, visits } }).considered).toContainEqual(
    expect.objectContaining({ evidence: "visit", place: "US-CA", probability: 0.7 }),
  );
});

test("who chose silence, and why, stands with the decision", () => {
  const decision = decide({ caller: texan, policy: silently });

  expect(decision.applied).toBe("silent");
  expect(decision.reasons).toContainEqual({ code: "silence_chosen", ...silently.silence });
});

test("while a refused rule set is stood in for, every call is announced, and the refusal is said", () => {
  const refused = { code: "rule_set_hash_wrong", where: "US" };
  const decision = decide({ caller: texan, policy: silently }, aRuleSet({ standsInFor: refused }));

  expect(decision).toMatchObject({ minimum: "silent", applied: "announce" });
  expect(decision.reasons).toContainEqual({ code: "rule_set_refused", refused });
  expect(decision.reasons).not.toContainEqual(expect.objectContaining({ code: "silence_chosen" }));
});

test("the strictest place governs, and the best known among equals", () => {
  const { governing, considered } = decide({ caller: { number: "+14155550123" } });

  expect(governing).toEqual({ place: "US-CA", party: "caller", evidence: "number", rule: "law" });
  expect(considered.map(({ place, alone }) => [place, alone])).toEqual([
    ["US-TX", "silent"],
    ["US-CA", "announce"],
    ["unknown", "announce"],
  ]);
});

test("where nothing is known the rule that unknown is strict governs, and is cited", () => {
  const { governing, citations } = decide({});

  expect(governing).toMatchObject({ place: "unknown", rule: "unknown_is_strict" });
  expect(citations.map(({ of }) => of)).toContain("unknown_is_strict");
});

test("both readings of whose law counts are shown, and the stricter is taken", () => {
  const { readings, minimum } = decide({ businessJurisdictions: ["US-OR"], caller: { declared: "US-WA" } });

  expect(readings).toEqual({ placeOfRecording: "silent", callerLaw: "announce" });
  expect(minimum).toBe("announce");
});

test("a state's law is cited with the federal floor under it", () => {
  expect(decide({ caller: texan }).citations.map(({ of }) => of)).toEqual(["US-TX", "US", "always_announce"]);
});

test("disputed law and an owner's override are said", () => {
  const override = { reason: "counsel", author: "Ann", date: "2026-11-24" };
  const changed = aRuleSet({ places: new Map([["US-TX", aPlaceRule("US-TX", { override, confidence: "disputed" })]]) });

  expect(decide({ caller: texan }, changed).reasons).toEqual(
    expect.arrayContaining([
      { code: "disputed_so_stricter", place: "US-TX" },
      { code: "owner_override", place: "US-TX", override },
    ]),
  );
});

test("a place that wants the notice inside the recording says so, unless a beep serves there instead", () => {
  const inside = (place: string, method?: "beep_15s") =>
    decide({ businessJurisdictions: [place], caller: texan, flags: { method } }).detail;

  expect(inside("US-WA")).toMatchObject({ announcementMustBeRecorded: true, noticeSatisfiedBy: "voice" });
  expect(inside("US-WA", "beep_15s")).toMatchObject({ announcementMustBeRecorded: true, noticeSatisfiedBy: "none" });
  expect(inside("US-CT", "beep_15s")).toMatchObject({
    announcementMustBeRecorded: false,
    noticeSatisfiedBy: "beep_15s",
  });
});
