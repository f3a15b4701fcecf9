import type { RecordingDecision } from "../src/consent/index.ts";

/** A decision for a call within California by the shipped law: announce. */
export function aDecision(over: Partial<RecordingDecision> = {}): RecordingDecision {
  return {
    minimum: "announce",
    recommended: "announce",
    applied: "announce",
    sides: "both",
    scope: "call",
    governing: { place: "US-CA", party: "business", evidence: "stated", rule: "law" },
    considered: [
      { party: "business", evidence: "stated", place: "US-CA", rule: "US-CA", alone: "announce", law: "announce" },
    ],
    readings: { placeOfRecording: "announce", callerLaw: "announce" },
    reasons: [{ code: "strictest_place", place: "US-CA", means: "announce" }],
    citations: [
      { text: "Cal. Penal Code § 632", of: "US-CA", verification: "statute-known", asOf: "2026-11", sources: [] },
    ],
    detail: {
      announcementMustBeRecorded: false,
      obligations: [],
      blockedFeatures: [],
      reannounce: false,
      wordingDefect: false,
      noticeSatisfiedBy: "voice",
      noticeMustSay: [],
      activeConsentAdvised: false,
    },
    ruleSet: { name: "test", version: "0.0.0", hash: "0".repeat(64), asOf: "2026-11-24" },
    ...over,
  };
}
