import type { CallFlowShown } from "@ringtrail/api-contract";
import type { FlowStep, FlowSteps } from "./flow-steps.ts";

/** What an owner is writing of a flow. Its announcements have a screen of their own and stay as they are. */
export interface FlowDraft {
  readonly destination: string;
  readonly ringSeconds: number;
  /** Undefined: the destination rings at once. */
  readonly steps: FlowSteps | undefined;
  /** A number a line. */
  readonly blocked: string;
  readonly allowed: string;
}

/** The draft that changes nothing. */
export function draftOf({ destination, ringSeconds, steps, blocked, allowed }: CallFlowShown): FlowDraft {
  return { destination, ringSeconds, steps, blocked: inLines(blocked), allowed: inLines(allowed) };
}

/** The flow with what was written in place; everything else of it stays as it is. */
export function flowWith(flow: CallFlowShown, draft: FlowDraft): CallFlowShown {
  return {
    ...flow,
    destination: written(draft.destination),
    ringSeconds: draft.ringSeconds,
    steps: draft.steps && asSent(draft.steps),
    blocked: ofLines(draft.blocked),
    allowed: ofLines(draft.allowed),
  };
}

/** A phone as people type it: what stands between the digits means nothing. */
function written(phone: string): string {
  return phone.replaceAll(/[\s().-]/g, "");
}

/** The steps as they are sent: phones in digits, and no place where nothing stands between two commas. */
function asSent({ first, all }: FlowSteps): FlowSteps {
  const steps = Object.entries(all).map(([name, step]) => [name, stepAsSent(step)] as const);
  return { first, all: Object.fromEntries(steps) };
}

function stepAsSent(step: FlowStep): FlowStep {
  if (step.kind === "ring")
    return { ...step, phones: step.phones.map((rung) => ({ ...rung, phone: written(rung.phone) })) };
  if (step.kind !== "place") return step;
  return {
    ...step,
    routes: step.routes.map((route) => ({ ...route, places: route.places.filter((place) => place !== "") })),
  };
}

function inLines(phones: readonly string[] = []): string {
  return phones.join("\n");
}

function ofLines(text: string): string[] | undefined {
  const phones = text.split(/[\n,;]/).map(written);
  const found = phones.filter((phone) => phone !== "");
  return found.length === 0 ? undefined : found;
}
