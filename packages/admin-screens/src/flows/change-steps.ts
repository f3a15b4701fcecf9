import { redirect, waysOf, type FlowStep, type FlowSteps, type StepKind } from "./flow-steps.ts";

/** What a new step is made of. */
export interface NewStep {
  readonly kind: StepKind;
  /** The phone a new ring step rings. */
  readonly destination: string;
  /** The language of its words. */
  readonly language: string;
}

/** The steps of a flow that had none: the business rings, as it did. */
export function firstSteps(destination: string, ringSeconds: number): FlowSteps {
  return {
    first: "ring",
    all: { ring: { kind: "ring", phones: [{ phone: destination }], how: "together", ringSeconds } },
  };
}

/**
 * Adds a step. One that leads on comes first, with everything behind it as it was; one that ends a call waits for
 * another step to lead to it.
 */
export function addStep(steps: FlowSteps, { kind, destination, language }: NewStep): FlowSteps {
  const name = freeName(kind, steps.all);
  const step = newStep(kind, { next: steps.first, destination, language });
  const first = waysOf(step).length > 0 ? name : steps.first;
  return { first, all: { ...steps.all, [name]: step } };
}

/** Takes a step out. Whatever led to it leads on to where it led; undefined when none is left. */
export function removeStep({ first, all }: FlowSteps, name: string): FlowSteps | undefined {
  const gone = all[name];
  const left = Object.entries(all).filter(([other]) => other !== name);
  if (gone === undefined || left.length === 0) return undefined;
  const behind = waysOf(gone).find(({ next }) => next !== name && Object.hasOwn(all, next))?.next;
  const kept = left.map(([other, step]) => [other, redirect(step, name, behind)] as const);
  return { first: first === name ? (behind ?? left[0]?.[0] ?? first) : first, all: Object.fromEntries(kept) };
}

function freeName(kind: StepKind, all: FlowSteps["all"]): string {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? kind : `${kind}-${nth}`;
    if (!Object.hasOwn(all, name)) return name;
  }
}

function newStep(
  kind: StepKind,
  { next, destination, language }: Omit<NewStep, "kind"> & { readonly next: string },
): FlowStep {
  const words = { text: "", language };
  switch (kind) {
    case "greeting":
      return { kind, words, next };
    case "hours":
      return { kind, hours: usualHours(), open: next, closed: next };
    case "menu":
      return { kind, words, timeoutSeconds: 5, choices: {}, otherwise: next };
    case "ring":
      return { kind, phones: [{ phone: destination }], how: "together", ringSeconds: 25 };
    case "place":
      return { kind, routes: [], otherwise: next };
    case "challenge":
      return { kind, words, key: "1", passed: next, failed: next };
    case "text":
      return { kind, text: "", next };
    case "message":
      return { kind, words, mostSeconds: 120 };
    case "goodbye":
      return { kind };
  }
}

/** Weekdays from nine to five, by the clock of whoever writes it. */
function usualHours(): Extract<FlowStep, { kind: "hours" }>["hours"] {
  const weekly = [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "17:00" }));
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, weekly, closedOn: [] };
}
