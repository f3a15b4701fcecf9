import type { CallFlowShown } from "@ringtrail/api-contract";

/** The steps of a flow, as the API has them. */
export type FlowSteps = NonNullable<CallFlowShown["steps"]>;
export type FlowStep = FlowSteps["all"][string];
export type StepKind = FlowStep["kind"];

/** A way on from a step. `field` is its path below the step, as the API names it. */
export interface Way {
  readonly field: string;
  readonly next: string;
}

/** The ways on from a step, in the order a person reads them. */
export function waysOf(step: FlowStep): readonly Way[] {
  const way = (field: string, next: string): Way => ({ field, next });
  switch (step.kind) {
    case "greeting":
    case "text":
      return [way("next", step.next)];
    case "hours":
      return [way("open", step.open), way("closed", step.closed)];
    case "menu":
      return [
        ...Object.entries(step.choices).map(([key, next]) => way(`choices.${key}`, next)),
        way("otherwise", step.otherwise),
      ];
    case "place":
      return [...step.routes.map(({ next }, nth) => way(`routes.${nth}.next`, next)), way("otherwise", step.otherwise)];
    case "challenge":
      return [way("passed", step.passed), way("failed", step.failed)];
    case "ring":
      return step.unanswered === undefined ? [] : [way("unanswered", step.unanswered)];
    case "message":
    case "goodbye":
      return [];
  }
}

/** The same step with its way `from` leading `to`; undefined lets an optional way end and keeps one that must lead on. */
export function redirect(step: FlowStep, from: string, to: string | undefined): FlowStep {
  const on = (next: string): string => (next === from ? (to ?? next) : next);
  switch (step.kind) {
    case "greeting":
    case "text":
      return { ...step, next: on(step.next) };
    case "hours":
      return { ...step, open: on(step.open), closed: on(step.closed) };
    case "menu": {
      const choices = Object.entries(step.choices).map(([key, next]) => [key, on(next)] as const);
      return { ...step, choices: Object.fromEntries(choices), otherwise: on(step.otherwise) };
    }
    case "place":
      return {
        ...step,
        routes: step.routes.map((route) => ({ ...route, next: on(route.next) })),
        otherwise: on(step.otherwise),
      };
    case "challenge":
      return { ...step, passed: on(step.passed), failed: on(step.failed) };
    case "ring":
      return step.unanswered === from ? { ...step, unanswered: to } : step;
    case "message":
    case "goodbye":
      return step;
  }
}

/**
 * In which row each step stands: below everything that leads on to it. A way back to a step a caller has been at counts
 * for nothing. Steps nobody comes by have no row.
 */
export function rowsOf({ first, all }: FlowSteps): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const visit = (name: string, row: number, before: ReadonlySet<string>): void => {
    const step = Object.hasOwn(all, name) ? all[name] : undefined;
    if (step === undefined || before.has(name) || (rows.get(name) ?? -1) >= row) return;
    rows.set(name, row);
    const here = new Set([...before, name]);
    for (const { next } of waysOf(step)) visit(next, row + 1, here);
  };
  visit(first, 0, new Set());
  return rows;
}

/** Every step's name in the order a caller comes by them, each once; those nobody comes by stand last. */
export function stepsInOrder(steps: FlowSteps): readonly string[] {
  const rows = rowsOf(steps);
  const reached = [...rows].toSorted(([, a], [, b]) => a - b).map(([name]) => name);
  return [...reached, ...Object.keys(steps.all).filter((name) => !rows.has(name))];
}
