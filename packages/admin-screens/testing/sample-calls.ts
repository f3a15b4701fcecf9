import type { CallDetail, CallMatchShown, DecisionShown, ProofShown, TouchShown } from "@ringtrail/api-contract";

/** Ids that read as what they are: `callId(1)` is the first call. */
export function callId(count: number): string {
  return `0199f3c2-0000-7000-8000-${String(count).padStart(12, "0")}`;
}

const googleAds: TouchShown = {
  channel: "paid_search",
  source: "google",
  medium: "cpc",
  campaign: "spring",
  keyword: "emergency plumber",
  clickId: "gclid",
  rule: "click_id",
};

const direct: TouchShown = { channel: "direct", source: "(direct)", medium: "(none)", rule: "direct" };

const match: CallMatchShown = {
  kind: "likely",
  confidence: 0.86,
  returning: 0.03,
  nobody: 0.04,
  model: "delay-1",
  candidates: [
    {
      visit: callId(900),
      touch: googleAds,
      probability: 0.86,
      factors: [
        { name: "tel_tap", weight: 18.4, fact: 4_000, words: "tapped the number 4 s before the ring" },
        { name: "shown_ago", weight: 2.1, fact: 42_000, words: "was shown the number 42 s before the ring" },
        { name: "still_on_page", weight: 1.6, fact: true, words: "was still on the page" },
      ],
    },
    {
      visit: callId(901),
      touch: direct,
      probability: 0.07,
      factors: [
        { name: "shown_ago", weight: 0.4, fact: 780_000, words: "was shown the number 13 min before the ring" },
        { name: "still_on_page", weight: 0.5, fact: false, words: "had left the page" },
      ],
    },
  ],
};

const cited = { verification: "read", asOf: "2026-11", sources: [] };

const decision: DecisionShown = {
  headline: "Announce first, then record.",
  lines: [
    "The strictest place is California: every party must know of the recording.",
    "Nobody stated where the caller is; there are only hints. What is not known is treated as strict.",
    "Ringtrail advises announcing on every call, even where silence is lawful.",
  ],
  footnote: "Rule set ringtrail 1.0.0, as of 2026-11. Facts with citations, not legal advice.",
  minimum: "announce",
  recommended: "announce",
  applied: "announce",
  sides: "both",
  governing: { place: "US-CA", party: "business", evidence: "stated", rule: "law" },
  considered: [{ party: "business", place: "US-CA", evidence: "stated", alone: "announce" }],
  reasons: [
    { code: "strictest_place", place: "US-CA", means: "announce", words: "The strictest place is California." },
  ],
  citations: [
    { ...cited, of: "US-CA", text: "Cal. Penal Code §§ 631, 632, 632.7, 637.2" },
    { ...cited, of: "US-federal", text: "18 U.S.C. § 2511(2)(d)" },
  ],
  ruleSet: { name: "ringtrail", version: "1.0.0", hash: "ab".repeat(32), asOf: "2026-11" },
};

/** A call that rings: credited by probability to two visits, the likelier one from an ad. */
export function aRingingCall(count: number, rangAt: Date, changed: Partial<CallDetail> = {}): CallDetail {
  const before = (seconds: number): string => new Date(rangAt.getTime() - seconds * 1000).toISOString();
  return {
    id: callId(count),
    site: callId(800),
    number: "+14155550101",
    rangAt: rangAt.toISOString(),
    carrierRef: `CA${String(count).padStart(32, "0")}`,
    healed: false,
    caller: { number: "+1•••••••••34", isMasked: true },
    state: { phase: "ringing", refused: false, talkMs: 0, lengthMs: 0 },
    matchKind: match.kind,
    confidence: match.confidence,
    touch: googleAds,
    landingPath: "/demo",
    match,
    pages: [
      { path: "/demo", title: "Bayside Plumbing", at: before(42) },
      { path: "/demo/services", title: "Services", at: before(25) },
      { path: "/demo/contact", title: "Contact", at: before(9) },
    ],
    timeline: [
      { kind: "visit_began", at: before(42) },
      { kind: "tapped", at: before(4) },
      { kind: "rang", at: before(0) },
    ],
    decision,
    proofs: [],
    ...changed,
  };
}

function aProof(sequence: number, kind: ProofShown["kind"], at: string): ProofShown {
  const hash = (count: number): string => String(count % 10).repeat(64);
  const wording = "This call will be recorded for training and quality assurance purposes.";
  const spoken = { wording, wordingSha256: hash(9), language: "en-US" };
  return { sequence, kind, at, applied: "announce", ...spoken, hash: hash(sequence), previousHash: hash(sequence - 1) };
}

/** The same call after it was answered, recorded and stored. */
export function anAnsweredCall(count: number, rangAt: Date, changed: Partial<CallDetail> = {}): CallDetail {
  const after = (seconds: number): string => new Date(rangAt.getTime() + seconds * 1000).toISOString();
  const ringing = aRingingCall(count, rangAt);
  return {
    ...ringing,
    state: {
      phase: "ended",
      businessEnd: "answered",
      refused: false,
      noticeEndedAt: after(6),
      answeredAt: after(12),
      endedAt: after(42),
      talkMs: 30_000,
      lengthMs: 42_000,
    },
    proofs: [aProof(1, "decided", after(0)), aProof(2, "heard", after(6)), aProof(3, "recording_allowed", after(6))],
    timeline: [
      ...ringing.timeline,
      { kind: "notice_ended", at: after(6) },
      { kind: "answered", at: after(12) },
      { kind: "recording_started", at: after(12) },
      { kind: "dial_ended", at: after(42), end: "answered", ms: 30_000 },
      { kind: "ended", at: after(42), end: "answered", ms: 42_000 },
      { kind: "recording_stored", at: after(44) },
    ],
    recording: {
      id: callId(count + 500),
      lengthMs: 30_000,
      channels: 2,
      size: 960_044,
      mediaType: "audio/wav",
      sha256: "cd".repeat(32),
      storedAt: after(44),
    },
    ...changed,
  };
}

/** An answered call that went to a number nobody is shown: it is flagged as spam. */
export function aSuspectedCall(count: number, rangAt: Date): CallDetail {
  const call = anAnsweredCall(count, rangAt);
  const spam = { score: 0.5, suspected: true, signs: ["ghost_call" as const], flagged: true };
  return { ...call, state: { ...call.state, spam } };
}
