import fc from "fast-check";
import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/build-rule-set.ts";
import { decideRecording } from "./decide-recording.ts";
import type { RecordingQuestion } from "./recording-question.ts";

const rules = aRuleSet();
const ask = (question: unknown) => decideRecording(rules, question as RecordingQuestion);
const fields = [
  "businessJurisdictions",
  "agentLocation",
  "agentLocations",
  "recordingLocation",
  "channel",
  "caller",
  "flags",
  "policy",
];

test("whatever stands where a question belongs, the answer is a decision or a reason with a field, and never a throw", () => {
  const inner = fc.dictionary(
    fc.constantFrom("number", "declared", "geoIp", "billing", "visits", "lineType", "want", "silence", "refused"),
    fc.jsonValue(),
  );
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...fields, "at"), fc.oneof(inner, fc.jsonValue())),
    inner.map((caller) => ({ businessJurisdictions: ["US-TX"], caller })),
    inner.map((policy) => ({ businessJurisdictions: ["US-TX"], policy })),
  );
  fc.assert(
    fc.property(anything, (question) => {
      const decided = ask(question);
      expect(decided.ok || decided.reason.field !== "").toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

const malformed: [why: string, question: object, field: string][] = [
  ["business places that are one text", { businessJurisdictions: "US-TX" }, "businessJurisdictions"],
  ["a business place that is null", { businessJurisdictions: ["US-TX", null] }, "businessJurisdictions[1]"],
  ["an agent's place that is null", { agentLocation: null }, "agentLocation"],
  ["seats of those who answer that are one text", { agentLocations: "US-TX" }, "agentLocations"],
  ["a seat that is null", { agentLocations: ["US-TX", null] }, "agentLocations[1]"],
  ["a number that is a number", { caller: { number: 14155550123 } }, "caller.number"],
  ["a caller that is a list", { caller: [] }, "caller"],
  ["an instant that is a text", { at: "2026-11-24" }, "at"],
  ["a visit without a place", { caller: { visits: [{ probability: 1 }] } }, "caller.visits[0]"],
  [
    "a visit that is more than certain",
    { caller: { visits: [{ place: "US-CA", probability: 1.5 }] } },
    "caller.visits[0].probability",
  ],
];

test.each(malformed)("%s: named, not guessed", (_why, question, field) => {
  expect(ask({ businessJurisdictions: ["US-TX"], ...question })).toEqual({
    ok: false,
    reason: { code: "question_malformed", field },
  });
});
