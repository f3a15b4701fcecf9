import { expect, test } from "vitest";
import { aCallFlow } from "../../testing/index.ts";
import { aDecision } from "../../testing/build-decision.ts";
import { planFallback, planNoticeFailed, planRing, planUnrecorded, type CallFlow, type CallPlan } from "./index.ts";

const demanded = { reason: "every call of this line is on file", author: "Ann" };
const spoken = { text: "All calls are recorded.", language: "en-US", refusalKey: "9", sound: "ab".repeat(32) };
const said = (plan: CallPlan) => plan.steps.map((step) => step.do);
const flow = (over: Partial<CallFlow> = {}) =>
  aCallFlow({ announcement: spoken, noCallWithoutNotice: demanded, ...over });

test("an owner who says nothing has every call put through, unrecorded, whatever fails", () => {
  const usual = flow({ noCallWithoutNotice: undefined });
  for (const plan of [planNoticeFailed(usual), planUnrecorded(usual), planFallback(usual)]) {
    expect(said(plan)).toEqual(["dial"]);
  }
});

test("an owner who wants no call without a notice: a notice that failed ends the call with a word of regret", () => {
  expect(said(planNoticeFailed(flow()))).toEqual(["say", "hangup"]);
  const inSpanish = { ...spoken, language: "es-US" };
  expect(planNoticeFailed(flow({ announcement: inSpanish })).steps[0]).toMatchObject({ language: "es-US" });
});

test("what works without looking anything up says the notice first; without us the carrier speaks it", () => {
  const [live, dead] = [planUnrecorded(flow()), planFallback(flow())];

  expect(live.steps).toMatchObject([
    { do: "say", sound: spoken.sound, must: true },
    { do: "dial", record: "none" },
  ]);
  expect(dead.steps).toMatchObject([
    { do: "say", text: spoken.text, must: true },
    { do: "dial", report: false },
  ]);
  expect(dead.steps[0]).not.toHaveProperty("sound");
});

test("a notice that cannot be played lets nothing follow", () => {
  expect(planRing(flow(), aDecision()).steps[0]).toMatchObject({ do: "notice", must: true });
  expect(planRing(flow({ noCallWithoutNotice: undefined }), aDecision()).steps[0]).not.toHaveProperty("must");
});

test("a flow that records nothing needs no notice", () => {
  expect(said(planUnrecorded(flow({ recordingWanted: false })))).toEqual(["dial"]);
});
