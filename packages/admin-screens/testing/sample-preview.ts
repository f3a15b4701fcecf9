import type { DecisionPreview, Means, PlaceConsidered, RecordingQuestionAsked } from "@ringtrail/api-contract";
import { aCitation, lawOf, sampleRuleSet } from "./sample-consent.ts";

const order: readonly Means[] = ["silent", "announce", "active_consent", "do_not_record"];
const calling: Readonly<Record<string, string>> = { "+1415": "US-CA", "+1512": "US-TX", "+4930": "DE" };
const unknown = { name: "An unknown place", law: "announce" } as const;

/** A decision on the places of a question, strictest first: enough of the law to see a screen at work. */
export function samplePreview(question: RecordingQuestionAsked): DecisionPreview {
  const ofNumber = calling[question.caller?.number?.replaceAll(" ", "").slice(0, 5) ?? ""];
  const caller = question.caller?.declared ?? ofNumber ?? "unknown";
  const considered = [
    consider("caller", caller, question.caller?.declared === undefined ? "number" : "stated"),
    ...(question.businessJurisdictions ?? ["US-TX"]).map((place) => consider("business", place, "stated")),
  ];
  const strictest = considered.toSorted((a, b) => order.indexOf(b.alone) - order.indexOf(a.alone))[0];
  if (strictest === undefined) throw new Error("A question has at least a caller.");
  const { place, party, evidence, alone: minimum, name } = strictest;
  const applied = minimum === "silent" ? "announce" : minimum;
  const business = considered[1]?.alone ?? "silent";
  return {
    headline: minimum === "active_consent" ? "Ask first, and record only after a yes." : "Announce first, then record.",
    lines: [`The strictest place is ${name}.`],
    footnote: "Rule set current 1.0.0, as of 2026-11. Facts with citations, not legal advice.",
    minimum,
    recommended: applied,
    applied,
    sides: "both",
    scope: "call",
    governing: { place, party, evidence, rule: "law", name, words: `The law of ${name} decides.` },
    considered,
    readings: {
      placeOfRecording: { means: business, words: "If the law of the place of recording counts, it asks for this." },
      callerLaw: { means: considered[0]?.alone ?? "announce", words: "If the law of the caller's place counts, this." },
    },
    reasons: [{ code: "strictest_place", place, means: minimum, words: `The strictest place is ${name}.` }],
    citations: [aCitation(place, `${name} Code § 1`)],
    ruleSet: { ...sampleRuleSet },
    detail: {
      announcementMustBeRecorded: lawOf(place)?.lawNoticeInside ?? false,
      obligations: [],
      blockedFeatures: [],
      reannounce: false,
      wordingDefect: false,
      noticeSatisfiedBy: "voice",
      noticeMustSay: [],
      activeConsentAdvised: false,
    },
  };
}

function consider(party: "caller" | "business", place: string, evidence: string): PlaceConsidered {
  const { name, law } = lawOf(place) ?? unknown;
  const words = `${name}, ${party === "caller" ? "where the caller may be" : "where you do business"}.`;
  return { party, place, name, evidence, rule: place, alone: law, law, words };
}
