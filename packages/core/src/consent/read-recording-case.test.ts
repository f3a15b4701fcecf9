import fc from "fast-check";
import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/build-rule-set.ts";
import { decideRecording } from "./decide-recording.ts";
import { recordingFlagNames } from "./check-question.ts";
import { inCaseWords, readRecordingCase } from "./read-recording-case.ts";

const rules = aRuleSet();
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A case whose parts may be anything JSON can say, so that most are wrong in some way. */
const anyCase = fc.record(
  {
    business_jurisdictions: fc.oneof(fc.constant(["US-TX"]), fc.jsonValue()),
    agent_location: fc.oneof(fc.constant("US-CA"), fc.jsonValue()),
    recording_location: fc.jsonValue(),
    channel: fc.oneof(fc.constant("phone"), fc.jsonValue()),
    caller: fc.oneof(
      fc.dictionary(fc.constantFrom("number", "declared", "geo_ip", "line_type", "visits"), fc.jsonValue()),
      fc.jsonValue(),
    ),
    flags: fc.oneof(
      fc.dictionary(fc.constantFrom(...recordingFlagNames.map(snake), "__proto__", "toString"), fc.jsonValue()),
      fc.jsonValue(),
    ),
    policy: fc.oneof(
      fc.dictionary(fc.constantFrom("want", "silence", "business_side_alone"), fc.jsonValue()),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
);

test("whatever a case file says, the answer is a decision or a reason, and never a throw", () => {
  fc.assert(
    fc.property(fc.oneof(anyCase, fc.jsonValue()), (json) => {
      const read = readRecordingCase(json, undefined);
      const decided = read.ok ? decideRecording(rules, read.value) : read;
      expect(decided.ok || typeof inCaseWords(decided.reason).code === "string").toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test("every flag of a question has its name in a case file", () => {
  const flags = Object.fromEntries(recordingFlagNames.map((name) => [snake(name), true]));
  const read = readRecordingCase({ business_jurisdictions: ["US-TX"], flags }, undefined);

  expect(read).toMatchObject({
    ok: true,
    value: { flags: Object.fromEntries(recordingFlagNames.map((n) => [n, true])) },
  });
});
