import type { CallMatch, Candidate, Holding } from "../src/attribution/index.ts";
import { defaultAnnouncement, type CallEvent, type CallFlow } from "../src/call-flow/index.ts";
import { minute, type E164 } from "../src/index.ts";
import type { NewCall, NewProof } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aDecision } from "./build-decision.ts";
import { aTouch } from "./build-touch.ts";
import { at } from "./fixed-clock.ts";

/** Names a text a phone number. Only tests may skip the parser. */
export function aNumber(text = "+14155550100"): E164 {
  return text as E164;
}

/** A call heard live at 10:00. */
export function aCall(over: Partial<NewCall> = {}): NewCall {
  return {
    id: anId("call"),
    connection: anId("connection"),
    carrierRef: "CA-1",
    number: anId("number"),
    site: anId("site"),
    rangAt: at("10:00"),
    healed: false,
    ...over,
  };
}

/** A flow that announces, records and rings the business for 25 seconds. */
export function aCallFlow(over: Partial<CallFlow> = {}): CallFlow {
  return {
    destination: aNumber("+14155550199"),
    ringSeconds: 25,
    announcement: defaultAnnouncement,
    recordingWanted: true,
    ...over,
  };
}

/** The events of a call that was announced, answered, recorded and ended, in the order they happened. */
export function anAnsweredCall(): readonly CallEvent[] {
  const recording = { ref: "RE-1", url: "http://127.0.0.1/RE-1", lengthMs: 2 * minute, channels: 2 } as const;
  return [
    { kind: "rang", at: at("10:00"), key: "CA-1" },
    { kind: "notice_ended", at: at("10:00:06"), key: "n" },
    { kind: "answered", at: at("10:00:10"), key: "a" },
    { kind: "recording_started", at: at("10:00:10"), key: "r" },
    { kind: "dial_ended", at: at("10:02:10"), key: "d", end: "answered", talkMs: 2 * minute },
    { kind: "ended", at: at("10:02:11"), key: "e", end: "answered", lengthMs: 131_000 },
    { kind: "recording_ready", at: at("10:02:15"), key: "rr", recording },
  ];
}

/** A visit that was shown the number four minutes before the ring and is still on the page. */
export function aHolding(over: Partial<Holding> = {}): Holding {
  return {
    visit: anId("ann"),
    touch: aTouch(),
    shownAgoMs: 4 * minute,
    seenAgoMs: 10_000,
    tappedAgoMs: undefined,
    ...over,
  };
}

/** A candidate for a call. */
export function aCandidate(over: Partial<Candidate> = {}): Candidate {
  return {
    visit: anId("ann"),
    touch: aTouch(),
    probability: 0.9,
    factors: [{ name: "shown_ago", weight: 3, fact: 4 * minute }],
    ...over,
  };
}

/** A match that leads to Ann with 0.9. */
export function aMatch(over: Partial<CallMatch> = {}): CallMatch {
  return {
    kind: "likely",
    candidates: [aCandidate()],
    returning: 0,
    nobody: 0.1,
    confidence: 0.9,
    model: "test",
    ...over,
  };
}

/** The proof that the notice was decided on. */
export function aProof(over: Partial<NewProof> = {}): NewProof {
  return {
    call: anId("call"),
    kind: "decided",
    at: at("10:00"),
    decision: aDecision(),
    wording: defaultAnnouncement.text,
    wordingSha256: "0".repeat(64),
    language: defaultAnnouncement.language,
    ...over,
  };
}
