import { decideRecording } from "@ringtrail/core/consent";
import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { sayQuestionWrong } from "./say-question-wrong.ts";

test("a place that is none is repeated and told how to write one", () => {
  const decided = decideRecording(aRuleSet(), { businessJurisdictions: ["Texas"] });

  expect(decided.ok ? undefined : sayQuestionWrong(decided.reason)).toEqual({
    title: '"Texas" is no place we know.',
    fix: "Use an ISO 3166 code, as DE or US-TX.",
  });
});

test("a malformed number is told apart without being repeated", () => {
  const decided = decideRecording(aRuleSet(), { businessJurisdictions: ["US-TX"], caller: { number: "555-0123" } });

  expect(decided.ok ? "" : JSON.stringify(sayQuestionWrong(decided.reason))).not.toContain("555-0123");
  expect(decided.ok).toBe(false);
});
