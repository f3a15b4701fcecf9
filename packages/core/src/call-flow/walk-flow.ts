import { announcementFor, questionWords, yesKey } from "./announcement.ts";
import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, PlannedText, Step, StepName } from "./call-plan.ts";
import { chooseCourse, type CourseDecision } from "./choose-course.ts";
import { bare, dial } from "./dial-business.ts";
import type { CallContext, FlowStep, FlowSteps } from "./flow-step.ts";
import { orderPhones } from "./order-phones.ts";
import { demandsNotice, putThrough } from "./put-through.ts";
import { mayRecordAfter, ringRecorded, type NoticeAnswer } from "./ring-recorded.ts";

/** Everything a plan is made of. */
export interface Walk {
  readonly flow: CallFlow;
  readonly decision: CourseDecision;
  readonly context: CallContext;
  /** What came of the notice or the question; undefined while neither was heard. */
  readonly answer: NoticeAnswer | undefined;
}

/** A flow without steps of its own rings the business. */
export function stepsOf({ steps, destination, ringSeconds }: CallFlow): FlowSteps {
  const ring: FlowStep = { kind: "ring", phones: [{ phone: destination }], how: "together", ringSeconds };
  return steps ?? { first: "ring", all: { ring } };
}

/** More steps than this without waiting for anything are a circle. */
const mostSteps = 50;

/**
 * The instructions from one step of the flow up to the next moment that must be waited for. A flow that leads nowhere
 * or round in a circle rings the business: a mistake in it loses no call.
 */
export function walkFrom(walk: Walk, from: StepName | undefined): CallPlan {
  const { all } = stepsOf(walk.flow);
  const said: Step[] = [];
  const texts: PlannedText[] = [];
  const plan = (steps: readonly Step[]): CallPlan => (texts.length === 0 ? { steps } : { steps, texts });
  let name = from;
  for (let count = 0; count < mostSteps; count += 1) {
    const step = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
    if (name === undefined || step === undefined) break;
    if (step.kind === "greeting") said.push({ do: "say", ...bare(step.words) });
    if (step.kind === "text" && !walk.context.isSuspect) texts.push({ step: name, text: step.text });
    const next = passOn(walk, name, step);
    if (next === undefined) return plan([...said, ...waitAt(walk, name, step)]);
    name = next;
  }
  return plan([...said, ...putThrough(walk.flow, true)]);
}

/** Where a step leads at once; undefined for one that must be waited for. */
function passOn({ context }: Walk, name: StepName, step: FlowStep): StepName | undefined {
  switch (step.kind) {
    case "greeting":
    case "text":
      return step.next;
    case "hours":
      return (context.isOpen[name] ?? true) ? step.open : step.closed;
    case "place": {
      const { callerPlace } = context;
      const found = step.routes.find(({ places }) => callerPlace !== undefined && places.includes(callerPlace));
      return found?.next ?? step.otherwise;
    }
    case "challenge":
      return context.isSuspect ? undefined : step.passed;
    default:
      return undefined;
  }
}

type Waiting = Exclude<FlowStep, { kind: "greeting" | "text" | "hours" | "place" }>;

function waitAt(walk: Walk, name: StepName, step: FlowStep): readonly Step[] {
  const { flow } = walk;
  const waiting = step as Waiting;
  switch (waiting.kind) {
    case "menu":
    case "challenge": {
      const timeoutSeconds = waiting.kind === "menu" ? waiting.timeoutSeconds : 8;
      return [{ do: "menu", ...bare(waiting.words), timeoutSeconds, step: name }, ...putThrough(flow, false)];
    }
    case "message":
      return [
        { do: "message", ...bare(waiting.words), mostSeconds: waiting.mostSeconds, step: name },
        { do: "hangup" },
      ];
    case "goodbye":
      return [
        ...(waiting.words === undefined ? [] : [{ do: "say" as const, ...bare(waiting.words) }]),
        { do: "hangup" },
      ];
    case "ring":
      return ring(walk, name, waiting, 0);
  }
}

/** Rings the step's phones from the `nth` on; a call to be recorded hears the notice first, or is asked for a yes. */
export function ring(
  walk: Walk,
  name: StepName,
  step: Extract<FlowStep, { kind: "ring" }>,
  nth: number,
): readonly Step[] {
  const { flow, decision, answer, context } = walk;
  const course = chooseCourse(flow, decision);
  const at = flow.steps === undefined ? undefined : name;
  if (course.record && course.first !== "nothing" && answer === undefined) {
    const announcement = announcementFor(flow, decision);
    const must = demandsNotice(flow) ? { must: true as const } : {};
    const first: Step =
      course.first === "question"
        ? { do: "ask", ...bare(questionWords(announcement)), ...must, yesKey, step: at }
        : { do: "notice", ...bare(announcement), ...must, refusalKey: announcement.refusalKey, step: at };
    return [first, dial(flow, "none", false)];
  }
  const order = orderPhones(step, context.draw);
  const to = order[nth] ?? order[0];
  const rung = { to, timeoutSeconds: step.ringSeconds, step: at === undefined ? undefined : `${at}:${nth}` };
  const allowed = course.record && mayRecordAfter(course, answer) ? course : undefined;
  return ringRecorded({ flow, decision, rung, course: allowed, sayWhere: step.sayWhere === true });
}
