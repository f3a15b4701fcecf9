import { instant } from "@ringtrail/core";
import type { ProofKind } from "@ringtrail/core/consent";
import { expect, test } from "vitest";
import { sayInputs, sayProofFacts } from "./say-proof-facts.ts";
import { sayOutcome } from "./say-proof.ts";

const sayMoment = (at: number) => `t${at}`;
const of = (...kinds: ProofKind[]) => kinds.map((kind) => ({ kind }));

const outcomes: [outcome: string, proofs: ReturnType<typeof of>, isStored: boolean][] = [
  ["The call was recorded, after the notice was heard to its end.", of("decided", "heard", "recording_allowed"), true],
  ["The call was recorded, after the caller had said yes.", of("decided", "agreed", "recording_allowed"), true],
  ["The caller refused. The call went on, unrecorded from then on.", of("decided", "refused"), false],
  ["The caller was asked and did not say yes. The call went on, unrecorded.", of("decided", "declined"), false],
  ["The call was not recorded: its notice could not be proved.", of("decided", "unrecorded"), false],
  ["The call might be recorded. No recording of it is stored here.", of("heard", "recording_allowed"), false],
  ["The call was not recorded.", of("decided"), false],
];

test.each(outcomes)("%s", (outcome, proofs, isStored) => {
  expect(sayOutcome(proofs, isStored)).toBe(outcome);
});

test("who was told and how, from when to when, is said for each party", () => {
  const repeated = { party: "caller", told: "repeat", startedAt: instant(5), finishedAt: instant(9) } as const;
  const standing = { person: "Ann", toldAt: instant(1), textSha256: "abc" };

  expect(sayProofFacts(repeated, sayMoment)).toEqual([
    "The caller is told by the short notice inside the recording.",
    "It began at t5 and ended at t9.",
  ]);
  const whisper = { party: "business", told: "whisper", startedAt: instant(5), finishedBy: instant(9) } as const;
  expect(sayProofFacts(whisper, sayMoment)).toEqual([
    "Whoever answers is told by a sentence before being connected.",
    "It began at t5 and was heard to its end before both were connected, as the carrier said at t9.",
  ]);
  expect(sayProofFacts({ party: "business", told: "standing", standing }, sayMoment)).toEqual([
    "Whoever answers is told beforehand, by a notice on file.",
    "Ann was told at t1; SHA-256 of that text: abc.",
  ]);
});

test("a pause says why and on whose word; an answer says how it came and not what was said", () => {
  const pause = { why: "card_data", by: "key:shop" } as const;

  expect(sayProofFacts({ pause, startedAt: instant(5) }, sayMoment)).toEqual([
    "It rested because card data was being spoken, on the word of key:shop.",
    "It began at t5.",
  ]);
  expect(sayProofFacts({ answer: { how: "speech", heard: "my own words" } }, sayMoment)).toEqual([
    "The answer was spoken.",
  ]);
});

test("what a decision was asked is said without the caller's number", () => {
  const inputs = {
    businessJurisdictions: ["US-TX"],
    agentLocation: "US-WA",
    agentLocations: ["US-OR", "DE"],
    callerNumber: "given",
    callerEvidence: { lineType: "toll_free", billing: "US-CA", visits: [{ place: "US-NY", probability: 0.256 }] },
    flags: { hipaa: true, baa: false, announcementWording: "may_be" },
  } as const;

  expect(sayInputs(inputs, (place) => `[${place}]`)).toBe(
    "Asked: business in [US-TX]; the person answering in [US-WA]; whoever answers in [US-OR] or [DE]; inbound by phone; the caller's number given; a toll-free number; billed in [US-CA]; the visits that may have called in [US-NY] (26 %); hipaa: yes; baa: no; announcement wording: may be.",
  );
});
