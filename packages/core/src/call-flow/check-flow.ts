import { err, ok, type Result } from "../result.ts";
import type { StepName } from "./call-plan.ts";
import type { FlowStep, FlowSteps } from "./flow-step.ts";

/** Why a flow cannot be kept. The code is permanent; `field` names the place in the flow. */
export type FlowWrong =
  /** A step leads to one that is not there. */
  | { readonly code: "flow_step_unknown"; readonly field: string; readonly given: string }
  /** Steps lead round without ever waiting for anything, or a menu's silence leads back to itself. */
  | { readonly code: "flow_circle"; readonly field: string }
  | { readonly code: "flow_hours_malformed"; readonly field: string }
  | { readonly code: "flow_key_malformed"; readonly field: string };

/** Checks that every step leads somewhere and that nobody is led round in a circle. */
export function checkFlow({ first, all }: FlowSteps): Result<undefined, FlowWrong> {
  const names = Object.keys(all);
  if (!names.includes(first))
    return err({ code: "flow_step_unknown", field: "steps.first", given: first.slice(0, 64) });
  for (const [name, step] of Object.entries(all)) {
    const field = `steps.all.${name}`;
    for (const [where, next] of leadsTo(step)) {
      if (!names.includes(next))
        return err({ code: "flow_step_unknown", field: `${field}.${where}`, given: next.slice(0, 64) });
    }
    const wrong = checkStep(step, field);
    if (wrong !== undefined) return err(wrong);
    if (isCircle(all, name)) return err({ code: "flow_circle", field });
  }
  return ok(undefined);
}

function checkStep(step: FlowStep, field: string): FlowWrong | undefined {
  if (step.kind === "menu" && !Object.keys(step.choices).every(isKey)) {
    return { code: "flow_key_malformed", field: `${field}.choices` };
  }
  if (step.kind === "challenge" && !isKey(step.key)) return { code: "flow_key_malformed", field: `${field}.key` };
  if (step.kind !== "hours") return undefined;
  const { weekly, closedOn } = step.hours;
  const areTimes = weekly.every(({ day, from, to }) => day >= 1 && day <= 7 && isTime(from) && isTime(to) && from < to);
  const areDays = closedOn.every((day) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day));
  return areTimes && areDays ? undefined : { code: "flow_hours_malformed", field: `${field}.hours` };
}

const isKey = (key: string): boolean => /^[0-9*#]$/.test(key);
const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);

/** The ways out of a step, with the field that names each. */
function leadsTo(step: FlowStep): readonly (readonly [field: string, next: StepName])[] {
  switch (step.kind) {
    case "greeting":
    case "text":
      return [["next", step.next]];
    case "hours":
      return [
        ["open", step.open],
        ["closed", step.closed],
      ];
    case "menu":
      return [
        ...Object.entries(step.choices).map(([key, next]) => [`choices.${key}`, next] as const),
        ["otherwise", step.otherwise],
      ];
    case "place":
      return [
        ...step.routes.map(({ next }, nth) => [`routes.${nth}.next`, next] as const),
        ["otherwise", step.otherwise],
      ];
    case "challenge":
      return [
        ["passed", step.passed],
        ["failed", step.failed],
      ];
    case "ring":
      return step.unanswered === undefined ? [] : [["unanswered", step.unanswered]];
    case "message":
    case "goodbye":
      return [];
  }
}

/** The ways on that nobody has to do anything for: what a caller who stays silent goes through. */
function silentWays(step: FlowStep): readonly StepName[] {
  if (step.kind === "menu") return [step.otherwise];
  if (step.kind === "challenge") return [step.passed, step.failed];
  return leadsTo(step).map(([, next]) => next);
}

/** True when a caller who does nothing comes back to this step without the business having rung. */
function isCircle(all: FlowSteps["all"], start: StepName): boolean {
  const seen = new Set<StepName>();
  const look = (name: StepName): boolean => {
    const step = all[name];
    if (step === undefined || step.kind === "ring") return false;
    return silentWays(step).some((next) => {
      if (next === start) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return look(next);
    });
  };
  return look(start);
}
