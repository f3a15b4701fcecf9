import type { CallDetail, PoolShown } from "../src/shapes.ts";

/** Ids that read as what they are: `callId(1)` is the first call. */
export function callId(count: number): string {
  return `0199f3c2-0000-7000-8000-${String(count).padStart(12, "0")}`;
}

const googleAds = {
  channel: "paid_search",
  source: "google",
  medium: "cpc",
  campaign: "spring",
  keyword: "emergency plumber",
  clickId: "gclid",
  rule: "click_id",
};

const direct = { channel: "direct", source: "(direct)", medium: "(none)", rule: "no_referrer" };

/** A call that rings: credited by probability to two visits, the likelier one from an ad. */
export function aRingingCall(count: number, rangAt: Date, changed: Partial<CallDetail> = {}): CallDetail {
  const before = (seconds: number): string => new Date(rangAt.getTime() - seconds * 1000).toISOString();
  return {
    id: callId(count),
    number: "+14155550101",
    rangAt: rangAt.toISOString(),
    caller: "+1•••••••••34",
    state: { phase: "ringing", talkMs: 0, lengthMs: 0 },
    matchKind: "likely",
    confidence: 0.86,
    touch: googleAds,
    landingPath: "/demo",
    match: {
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
            { name: "tel_tap", weight: 18.4, fact: 4_000 },
            { name: "shown_ago", weight: 2.1, fact: 42_000 },
            { name: "still_on_page", weight: 1.6, fact: true },
          ],
        },
        {
          visit: callId(901),
          touch: direct,
          probability: 0.07,
          factors: [
            { name: "shown_ago", weight: 0.4, fact: 780_000 },
            { name: "still_on_page", weight: 0.5, fact: false },
          ],
        },
      ],
    },
    pages: [
      { path: "/demo", title: "Bayside Plumbing", at: before(42) },
      { path: "/demo/services", title: "Services", at: before(25) },
      { path: "/demo/contact", title: "Contact", at: before(9) },
    ],
    timeline: [{ kind: "rang", at: rangAt.toISOString() }],
    decision: {
      applied: "announce",
      reasons: [
        { code: "strictest_place", place: "US-CA", means: "announce" },
        { code: "caller_place_unknown", why: "only_hints" },
        { code: "always_announce" },
      ],
      citations: [
        { of: "US-CA", text: "Cal. Penal Code §§ 631, 632, 632.7, 637.2" },
        { of: "US-federal", text: "18 U.S.C. § 2511(2)(d)" },
      ],
      ruleSet: { name: "ringtrail", version: "1.0.0", asOf: "2026-11" },
    },
    ...changed,
  };
}

/** The same call after it was answered, recorded and stored. */
export function anAnsweredCall(count: number, rangAt: Date, changed: Partial<CallDetail> = {}): CallDetail {
  const after = (seconds: number): string => new Date(rangAt.getTime() + seconds * 1000).toISOString();
  return aRingingCall(count, rangAt, {
    state: {
      phase: "ended",
      businessEnd: "answered",
      answeredAt: after(12),
      endedAt: after(42),
      talkMs: 30_000,
      lengthMs: 42_000,
    },
    timeline: [
      { kind: "rang", at: after(0) },
      { kind: "notice_ended", at: after(6) },
      { kind: "answered", at: after(12) },
      { kind: "recording_started", at: after(12) },
      { kind: "dial_ended", at: after(42), end: "answered" },
      { kind: "ended", at: after(42) },
      { kind: "recording_stored", at: after(44) },
    ],
    recording: { id: callId(count + 500), lengthMs: 30_000, channels: 2 },
    ...changed,
  });
}

/** A pool with a number in every state. */
export function aPool(now: Date): PoolShown {
  const number = (last: string, state: string, slice: string, seconds?: number, sharers = 0) => ({
    e164: `+141555501${last}`,
    state,
    slice,
    sharers,
    until: seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000).toISOString(),
  });
  return {
    id: callId(700),
    name: "Main number",
    lossProbability: 0.012,
    numbers: [
      number("01", "active", "paid_search", 290),
      number("02", "active", "paid_search", 240, 1),
      number("03", "provisional", "paid_search", 4),
      number("04", "grace", "organic_search", 131),
      number("05", "resting", "organic_search"),
      number("06", "resting", "any"),
      number("07", "free", "any"),
      number("08", "free", "direct"),
      number("09", "source", "email"),
    ],
  };
}
