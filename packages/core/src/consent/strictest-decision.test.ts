import { expect, test } from "vitest";
import { strictestDecision } from "./strictest-decision.ts";

test("without a rule set every call announces, and the reason is said", () => {
  expect(strictestDecision()).toMatchObject({
    minimum: "announce",
    applied: "announce",
    reasons: [{ code: "no_rule_set" }],
    citations: [{ of: "unknown_is_strict" }],
    detail: { announcementMustBeRecorded: true },
    ruleSet: { name: "none" },
  });
});

test("a refusal or an unproved notice stops the recording without any law", () => {
  expect(strictestDecision({ refused: true })).toMatchObject({ applied: "do_not_record", sides: "none" });
  expect(strictestDecision({ announcementFailed: true })).toMatchObject({ applied: "do_not_record", sides: "none" });
});

test("so do health data without an agreement and a card being read out, which stops its part only", () => {
  expect(strictestDecision({ hipaa: true })).toMatchObject({ applied: "do_not_record", scope: "call" });
  expect(strictestDecision({ cardDataSegment: true })).toMatchObject({ applied: "do_not_record", scope: "segment" });
});

test("a beep, or words that say the call may be recorded, are not enough where no law says they are", () => {
  const { detail } = strictestDecision({ method: "beep_15s", announcementWording: "may_be" });

  expect(detail).toMatchObject({ noticeSatisfiedBy: "none", wordingDefect: true });
});
