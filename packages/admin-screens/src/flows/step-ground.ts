import type { FlowsApi } from "../frame/host.tsx";
import type { FlowSteps } from "./flow-steps.ts";

/** What the fields of every step need besides the step. */
export interface StepGround {
  readonly api: FlowsApi;
  readonly steps: FlowSteps;
  /** Names in the order of the form. */
  readonly order: readonly string[];
  /** What is wrong with a field of this step; its path below the step. */
  readonly problemOf: (path: string) => string | undefined;
}

/** The step a path of the flow is about: `steps.all.menu.choices.1` is `menu`'s. */
export function stepOf(path: string): string | undefined {
  return /^steps\.all\.([\w-]+)/.exec(path)?.[1];
}
