import { expect, test } from "vitest";
import { addStep, firstSteps, removeStep } from "./change-steps.ts";
import { drawFlow } from "./draw-flow.ts";
import { draftOf, flowWith } from "./flow-draft.ts";
import { flowProblem } from "./flow-problem.ts";
import { stepsInOrder, waysOf, type FlowSteps, type StepKind } from "./flow-steps.ts";

const kinds: readonly StepKind[] = [
  "greeting",
  "hours",
  "menu",
  "place",
  "challenge",
  "ring",
  "text",
  "message",
  "goodbye",
];
const words = { text: "Press one.", language: "en-US" };
const add = (steps: FlowSteps, kind: StepKind): FlowSteps =>
  addStep(steps, { kind, destination: "+14155550199", language: "en-US" });

/** Every kind of step, one added after another. */
const everything = kinds.reduce(add, firstSteps("+14155550199", 25));

/** Names that are led to and are not there. */
function lost({ first, all }: FlowSteps): readonly string[] {
  const led = [first, ...Object.values(all).flatMap((step) => waysOf(step).map(({ next }) => next))];
  return led.filter((name) => !Object.hasOwn(all, name));
}

test("a flow that gets steps rings as it rang", () => {
  expect(firstSteps("+14155550199", 25)).toEqual({
    first: "ring",
    all: { ring: { kind: "ring", phones: [{ phone: "+14155550199" }], how: "together", ringSeconds: 25 } },
  });
});

test("a step that leads on comes first, one that ends a call waits to be led to, and names are never taken twice", () => {
  const greeted = add(firstSteps("+14155550199", 25), "greeting");
  expect(greeted.first).toBe("greeting");
  expect(waysOf(greeted.all["greeting"] as never)).toEqual([{ field: "next", next: "ring" }]);
  expect(add(greeted, "message").first).toBe("greeting");
  expect(Object.keys(add(add(greeted, "ring"), "ring").all)).toEqual(["ring", "greeting", "ring-2", "ring-3"]);
  expect(lost(everything)).toEqual([]);
});

test.each(Object.keys(everything.all).filter((name) => name !== "ring"))(
  "without the step %s everything still leads somewhere",
  (name) => {
    const left = removeStep(everything, name);
    expect(left && Object.keys(left.all)).not.toContain(name);
    expect(left && lost(left)).toEqual([]);
  },
);

test("without its last step a flow has none", () => {
  expect(removeStep(firstSteps("+14155550199", 25), "ring")).toBeUndefined();
});

test("what led to a step that only ends a call is left to the person, and an optional way ends", () => {
  const steps: FlowSteps = {
    first: "menu",
    all: {
      menu: { kind: "menu", words, timeoutSeconds: 5, choices: { "1": "ring" }, otherwise: "message" },
      ring: { kind: "ring", phones: [{ phone: "+1" }], how: "together", ringSeconds: 25, unanswered: "message" },
      message: { kind: "message", words, mostSeconds: 60 },
    },
  };
  const left = removeStep(steps, "message");
  expect(left && lost(left)).toEqual(["message"]);
  expect(left?.all["ring"]).toMatchObject({ unanswered: undefined });
});

test("steps are numbered as a caller comes by them, and drawn below what leads to them", () => {
  const steps: FlowSteps = {
    first: "menu",
    all: {
      nobody: { kind: "goodbye" },
      ring: { kind: "ring", phones: [{ phone: "+1" }], how: "together", ringSeconds: 25, unanswered: "menu" },
      menu: { kind: "menu", words, timeoutSeconds: 5, choices: { "1": "ring", "2": "message" }, otherwise: "ring" },
      message: { kind: "message", words, mostSeconds: 60 },
    },
  };
  expect(stepsInOrder(steps)).toEqual(["menu", "ring", "message", "nobody"]);
  const texted: FlowSteps = {
    ...steps,
    all: { ...steps.all, message: { kind: "text", text: "Hello.", next: "ring" } },
  };
  expect(stepsInOrder(texted)).toEqual(["menu", "message", "ring", "nobody"]);
  const { boxes, arrows, width, height } = drawFlow(steps);
  const row = (name: string): number => boxes.find((box) => box.name === name)?.y ?? Number.NaN;
  expect(row("ring")).toBe(row("message"));
  expect(row("menu")).toBeLessThan(row("ring"));
  expect(boxes.filter(({ isUnreached }) => isUnreached).map(({ name }) => name)).toEqual(["nobody"]);
  expect(arrows.map(({ from, field, to }) => `${from} ${field} ${to}`)).toEqual([
    "menu choices.1 ring",
    "menu choices.2 message",
    "menu otherwise ring",
    "ring unanswered menu",
  ]);
  expect(boxes.every(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)).toBe(true);
});

test("steps that lead to steps nobody has are drawn without them", () => {
  const steps = { first: "gone", all: { a: { kind: "greeting", words, next: "__proto__" } } } as const;
  expect(drawFlow(steps).arrows).toEqual([]);
  expect(stepsInOrder(steps)).toEqual(["a"]);
});

test("the rest of a flow stays as it is, and phones are sent in digits", () => {
  const announcement = { text: "Recorded.", language: "en-US" };
  const flow = { destination: "+14155550199", ringSeconds: 25, announcement, recordingWanted: true };
  expect(flowWith(flow, draftOf(flow))).toEqual(flow);
  const written = {
    ...draftOf(flow),
    destination: "+1 (415) 555-0142",
    blocked: "+1 415 555 0100\n\n+14155550101",
    steps: {
      first: "place",
      all: {
        place: { kind: "place" as const, routes: [{ places: ["US-CA", ""], next: "place" }], otherwise: "place" },
      },
    },
  };
  expect(flowWith({ ...flow, lookUpCallers: true }, written)).toMatchObject({
    destination: "+14155550142",
    blocked: ["+14155550100", "+14155550101"],
    lookUpCallers: true,
    steps: { all: { place: { routes: [{ places: ["US-CA"] }] } } },
  });
});

test.each([
  ["destination", "destination"],
  ["blocked.1", "blocked"],
  ["steps.all.menu.choices.1", "steps.all.menu.choices.1"],
  ["steps.all.ring-2.phones.0.phone", "steps.all.ring-2.phones.0.phone"],
  ["steps.all.hours.hours.weekly.0.from", "steps.all.hours"],
  ["steps.all.menu", "steps.all.menu"],
  ["silence.reason", undefined],
])("a refusal of %s is said beside %s", (field, beside) => {
  const error = Object.assign(new Error("refused"), {
    problem: { status: 422, title: "Wrong.", fix: "Mend it.", field },
  });
  expect(flowProblem(error).field).toBe(beside);
});

test("a lost network says that nothing typed is lost", () => {
  expect(flowProblem(new TypeError("Failed to fetch"))).toMatchObject({ field: undefined });
  expect(flowProblem(new TypeError("Failed to fetch")).words).toContain("still here");
});
