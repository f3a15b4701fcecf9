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
