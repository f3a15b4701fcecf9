import type { Citation, PlaceRule, Principle, RecordingMeans, RuleSet } from "../src/consent/index.ts";

const cite = (of: string): readonly [Citation, ...Citation[]] => [
  { text: `the law of ${of}`, of, verification: "read", asOf: "2026-11", sources: [] },
];

/** A settled rule that asks for an announcement by voice. */
export function aPlaceRule(place: string, over: Partial<PlaceRule> = {}): PlaceRule {
  return {
    place,
    name: place,
    phone: "announce",
    video: "announce",
    confidence: "settled",
    isFloor: false,
    activeConsentAdvised: false,
    announcementMustBeRecorded: false,
    noticeMethods: ["voice"],
    noticeMustSay: [],
    rejectsMayBe: false,
    evidenceLimitedWithoutNotice: false,
    exceptions: [],
    override: undefined,
    citations: cite(place),
    ...over,
  };
}

const placeOf = (place: string, phone: RecordingMeans, over: Partial<PlaceRule> = {}) =>
  aPlaceRule(place, { phone, video: phone, ...over });

const principles: readonly Principle[] = [
  "caller_refused",
  "announcement_failed",
  "announcement_not_recorded",
  "active_consent_missing",
  "no_baa",
  "card_data",
  "child_without_parental_consent",
  "nobody_consented",
  "criminal_purpose",
  "strictest_wins",
  "number_is_a_hint",
  "unknown_is_strict",
  "newcomer_restarts",
  "always_announce",
  "voiceprint_needs_release",
  "hipaa_obligations",
  "counts_as_recording",
];

/** A little law of seven places, made up for tests: enough of each kind to see a rule at work. */
export function aRuleSet(over: Partial<RuleSet> = {}): RuleSet {
  const places = [
    placeOf("US", "silent", { isFloor: true }),
    placeOf("US-TX", "silent"),
    placeOf("US-OR", "silent", { video: "announce" }),
    placeOf("US-CA", "announce"),
    placeOf("US-WA", "announce", { announcementMustBeRecorded: true }),
    placeOf("US-CT", "announce", { announcementMustBeRecorded: true, noticeMethods: ["voice", "beep_15s"] }),
    placeOf("DE", "active_consent", { confidence: "disputed", noticeMethods: [] }),
    placeOf("NO", "announce", { rejectsMayBe: true, noticeMustSay: ["that_it_is_recorded", "definite_wording"] }),
    placeOf("BE", "active_consent", {
      exceptions: [{ when: { purpose: "quality", retentionDaysAtMost: 31 }, means: "announce", note: "call centres" }],
    }),
    placeOf("FR", "announce", {
      exceptions: [{ when: { continuousWithoutNeed: true }, means: "do_not_record", note: "not every call" }],
    }),
    placeOf("SE", "announce", {
      exceptions: [{ when: { sensitiveData: true }, means: "active_consent", note: "health" }],
    }),
    placeOf("EU", "announce"),
  ];
  return {
    name: "test",
    version: "1.0.0",
    hash: "0".repeat(64),
    asOf: "2026-11",
    fromMs: 0,
    places: new Map(places.map((rule) => [rule.place, rule])),
    memberOf: new Map([
      ["LT", "EU"],
      ["PR", "US-PR"],
    ]),
    countries: new Set(["US", "DE", "NO", "BE", "FR", "SE", "LT", "PR", "JM", "JP"]),
    subdivided: new Set(["US"]),
    notLoaded: new Set(["JP"]),
    areaCodes: new Map([
      ["512", { places: ["US-TX"], placeless: undefined }],
      ["415", { places: ["US-CA"], placeless: undefined }],
      ["876", { places: ["JM"], placeless: undefined }],
      ["800", { places: [], placeless: "toll_free" as const }],
    ]),
    callingCodes: new Map([
      ["49", ["DE"]],
      ["81", ["JP"]],
    ]),
    principles: Object.fromEntries(principles.map((name) => [name, cite(name)])) as RuleSet["principles"],
    ...over,
  };
}
