import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCallFlow, aDecision, aNumber } from "../../testing/index.ts";
import {
  checkFlow,
  missingSkills,
  plainContext,
  planAfterChoice,
  planAfterDial,
  planRing,
  type CallContext,
  type CallPlan,
  type CarrierSkill,
  type FlowStep,
  type FlowSteps,
  type Walk,
} from "./index.ts";
import { orderPhones } from "./order-phones.ts";

const say = (text: string) => ({ text, language: "en-US" });
const phone = (last: number) => aNumber(`+1415555015${last}`);
const ringing = (last: number, over: Partial<Extract<FlowStep, { kind: "ring" }>> = {}): FlowStep => ({
  kind: "ring",
  phones: [{ phone: phone(last) }],
  how: "together",
  ringSeconds: 20,
  ...over,
});
const hours = { timeZone: "America/Chicago", weekly: [], closedOn: [] };
const goodbye: FlowStep = { kind: "goodbye", words: say("Goodbye.") };
const flowOf = (all: FlowSteps["all"], first = "a") => aCallFlow({ recordingWanted: false, steps: { first, all } });
const rung = ({ steps }: CallPlan) => steps.flatMap((step) => (step.do === "dial" && step.report ? [step.to] : []));
const plan = (all: FlowSteps["all"], context: Partial<CallContext> = {}) =>
  planRing(flowOf(all), aDecision(), { ...plainContext, ...context });
const walkOf = (all: FlowSteps["all"], draw = 0): Walk => ({
  flow: flowOf(all),
  decision: aDecision(),
  context: { ...plainContext, draw },
  answer: undefined,
});

describe("one step leads to the next", () => {
  test("open and closed go different ways", () => {
    const all: FlowSteps["all"] = { a: { kind: "hours", hours, open: "b", closed: "c" }, b: ringing(1), c: goodbye };

    expect(rung(plan(all, { isOpen: { a: true } }))).toEqual([[phone(1)]]);
    expect(plan(all, { isOpen: { a: false } }).steps.map((step) => step.do)).toEqual(["say", "hangup"]);
  });

  test("a caller's place chooses the office, and an unknown place takes the other way", () => {
    const routes = [{ places: ["US-TX"], next: "b" }];
    const all: FlowSteps["all"] = { a: { kind: "place", routes, otherwise: "c" }, b: ringing(1), c: ringing(2) };

    expect(rung(plan(all, { callerPlace: "US-TX" }))).toEqual([[phone(1)]]);
    expect(rung(plan(all, { callerPlace: "US-CA" }))).toEqual([[phone(2)]]);
    expect(rung(plan(all))).toEqual([[phone(2)]]);
  });

  test("a text is sent beside the call, which goes on at once; who looks like a machine gets none", () => {
    const all: FlowSteps["all"] = { a: { kind: "text", text: "Sorry we missed you.", next: "b" }, b: goodbye };

    expect(plan(all).steps.map((step) => step.do)).toEqual(["say", "hangup"]);
    expect(plan(all).texts).toEqual([{ step: "a", text: "Sorry we missed you." }]);
    expect(plan(all, { isSuspect: true }).texts).toBeUndefined();
    expect(missingSkills(flowOf(all), new Set<CarrierSkill>())).toEqual([
      { code: "carrier_cannot", skill: "text", step: "a" },
    ]);
  });

  test("only a caller who looks like a machine is asked to press a key", () => {
    const all: FlowSteps["all"] = {
      a: { kind: "challenge", words: say("Press 1."), key: "1", passed: "b", failed: "c" },
      b: ringing(1),
      c: goodbye,
    };

    expect(rung(plan(all))).toEqual([[phone(1)]]);
    expect(plan(all, { isSuspect: true }).steps[0]).toMatchObject({ do: "menu", step: "a" });
    expect(rung(planAfterChoice(walkOf(all), "a", "1"))).toEqual([[phone(1)]]);
    expect(rung(planAfterChoice(walkOf(all), "a", ""))).toEqual([]);
  });

  test("a recorded call hears the notice right before the phone rings, and a message needs none", () => {
    const all: FlowSteps["all"] = {
      a: { kind: "greeting", words: say("Hi."), next: "b" },
      b: ringing(1, { unanswered: "c" }),
      c: { kind: "message", words: say("Leave word."), mostSeconds: 60 },
    };
    const flow = aCallFlow({ steps: { first: "a", all } });

    expect(planRing(flow, aDecision()).steps.map((step) => step.do)).toEqual(["say", "notice", "dial"]);
    const walk: Walk = { flow, decision: aDecision(), context: plainContext, answer: undefined };
    const after = planAfterDial(walk, { end: "no_answer", step: "b:0", isRecording: false });
    expect(after.steps.map((step) => step.do)).toEqual(["message", "hangup"]);
  });

  test("a blocked caller is turned away before anything else", () => {
    expect(plan({ a: ringing(1) }, { isBlocked: true }).steps).toEqual([{ do: "reject", as: "busy" }]);
  });
});

describe("phones", () => {
  const three = [1, 2, 3].map((last) => ({ phone: phone(last) }));
  const [one = { phone: phone(1) }, ...others] = three;
  const step = (how: "together" | "in_turn" | "weighted", weights: readonly number[] = [1, 1, 1]) =>
    ringing(1, {
      how,
      phones: [{ ...one, weight: weights[0] }, ...others.map((two, nth) => ({ ...two, weight: weights[nth + 1] }))],
    }) as Extract<FlowStep, { kind: "ring" }>;

  test("ring all at once, or one after another until somebody answers", () => {
    expect(orderPhones(step("together"), 0)).toEqual([[phone(1), phone(2), phone(3)]]);
    const all = { a: step("in_turn") };
    const next = (told: string) => planAfterDial(walkOf(all), { end: "no_answer", step: told, isRecording: false });

    expect(rung(plan(all))).toEqual([[phone(1)]]);
    expect(rung(next("a:0"))).toEqual([[phone(2)]]);
    expect(rung(next("a:1"))).toEqual([[phone(3)]]);
    expect(next("a:2").steps).toEqual([{ do: "hangup" }]);
    expect(planAfterDial(walkOf(all), { end: "answered", step: "a:0", isRecording: false }).steps).toEqual([
      { do: "hangup" },
    ]);
  });

  test("calls are shared out by weight, a weight of nothing gets none, and nobody is left out in the end", () => {
    const weighted = step("weighted", [3, 1, 0]);
    const firsts = Array.from({ length: 400 }, (_, nth) => orderPhones(weighted, nth / 400)[0][0]);
    const share = (last: number) => firsts.filter((first) => first === phone(last)).length / 400;

    expect([share(1), share(2), share(3)]).toEqual([0.75, 0.25, 0]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw) => {
        expect(orderPhones(weighted, draw).flat().toSorted()).toEqual([phone(1), phone(2), phone(3)]);
      }),
    );
  });
});

const names = ["a", "b", "c", "d"];
const next = fc.constantFrom(...names, "nowhere");
const anyStep: fc.Arbitrary<FlowStep> = fc.oneof(
  fc.record({ kind: fc.constant("greeting" as const), words: fc.constant(say("Hi.")), next }),
  fc.record({ kind: fc.constant("hours" as const), hours: fc.constant(hours), open: next, closed: next }),
  fc.record({
    kind: fc.constant("place" as const),
    routes: fc.constant([{ places: ["US-TX"], next: "b" }]),
    otherwise: next,
  }),
  fc.record({
    kind: fc.constant("menu" as const),
    words: fc.constant(say("?")),
    timeoutSeconds: fc.constant(5),
    choices: fc.dictionary(fc.constantFrom("1", "2"), next),
    otherwise: next,
  }),
  fc.record({
    kind: fc.constant("challenge" as const),
    words: fc.constant(say("?")),
    key: fc.constant("1"),
    passed: next,
    failed: next,
  }),
  fc.constant(ringing(1)),
  fc.constant(goodbye),
);
const anySteps = fc.record({ a: anyStep, b: anyStep, c: anyStep, d: anyStep });
const anyContext = fc.record({
  isOpen: fc.dictionary(fc.constantFrom(...names), fc.boolean()),
  callerPlace: fc.constantFrom("US-TX", undefined),
  isSuspect: fc.boolean(),
  isBlocked: fc.constant(false),
  draw: fc.constant(0.5),
});

test("whatever the flow, even a broken one, the caller waits for something, reaches a phone, or is told goodbye", () => {
  fc.assert(
    fc.property(anySteps, anyContext, (all, context) => {
      const { steps } = planRing(flowOf(all), aDecision(), context);
      expect(["dial", "hangup"]).toContain(steps.at(-1)?.do);
      expect(steps.filter((step) => step.do === "menu").length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1_000 },
  );
});

test("a flow that passes the check leads no silent caller round in a circle", () => {
  fc.assert(
    fc.property(anySteps, anyContext, (all, context) => {
      if (!checkFlow({ first: "a", all }).ok) return true;
      let document = planRing(flowOf(all), aDecision(), context);
      for (let asked = 0; asked < 10; asked += 1) {
        const waits = document.steps.find((step) => step.do === "menu");
        if (waits === undefined) return true;
        document = planAfterChoice({ ...walkOf(all), context }, waits.step, "");
      }
      return false;
    }),
    { numRuns: 2_000 },
  );
});

test("what a carrier cannot do of a flow is said beforehand, step by step", () => {
  const skills = new Set<CarrierSkill>(["whisper", "question", "record_all", "pause_recording"]);
  const all: FlowSteps["all"] = {
    a: { kind: "menu", words: say("?"), timeoutSeconds: 5, choices: {}, otherwise: "b" },
    b: ringing(1, { phones: [{ phone: phone(1) }, { phone: phone(2) }], sayWhere: true }),
  };
  const flow = aCallFlow({ steps: { first: "a", all }, blocked: [phone(9)] });

  expect(missingSkills(flow, skills)).toEqual([
    { code: "carrier_cannot", skill: "menu", step: "a" },
    { code: "carrier_cannot", skill: "ring_together", step: "b" },
    { code: "carrier_cannot", skill: "reject", step: undefined },
    { code: "carrier_cannot", skill: "hear_agent_keys", step: undefined },
    { code: "carrier_cannot", skill: "see_newcomers", step: undefined },
  ]);
  expect(missingSkills(aCallFlow({ recordingWanted: false }), new Set())).toEqual([]);
});
