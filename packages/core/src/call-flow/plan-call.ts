import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, Step } from "./call-plan.ts";
import { chooseCourse, type CourseDecision } from "./choose-course.ts";

/**
 * The first document of a ringing call.
 *
 * A call to be recorded hears the notice first, unrecorded. Behind the notice stands a dial that needs nothing of us:
 * if we die before the notice's callback is answered, the caller still reaches the business, unrecorded.
 */
export function planRing(flow: CallFlow, decision: CourseDecision): CallPlan {
  if (!chooseCourse(flow, decision).record) return { steps: [dial(flow, "none", true)] };
  const { text, language, refusalKey } = flow.announcement;
  return { steps: [{ do: "notice", text, language, refusalKey }, dial(flow, "none", false)] };
}

/**
 * The document that answers the notice's callback. The callback is the proof that the notice was heard to its end, so
 * this is the only document that records.
 */
export function planAfterNotice(flow: CallFlow, decision: CourseDecision, answer: "heard" | "refused"): CallPlan {
  const mayRecord = answer === "heard" && chooseCourse(flow, decision).record;
  return { steps: [dial(flow, mayRecord ? "both" : "none", true)] };
}

/** The document that answers the end of the leg to the business: there is nothing left to do. */
export function planAfterDial(): CallPlan {
  return { steps: [{ do: "hangup" }] };
}

/** The document of a number that belongs to nobody here. */
export function planNotInService(): CallPlan {
  const text = "The number you have called is not in service. Please check the number and call again.";
  return { steps: [{ do: "say", text, language: "en-US" }, { do: "hangup" }] };
}

/**
 * The document while we live but cannot look anything up or write anything down: the business, unrecorded. Its end is
 * reported, to be written down later.
 */
export function planUnrecorded(flow: CallFlow): CallPlan {
  return { steps: [dial(flow, "none", true)] };
}

/**
 * The plan that works while we are dead, kept at the carrier or served by any static host: it dials the business,
 * unrecorded, and asks nothing of us.
 */
export function planFallback(flow: CallFlow): CallPlan {
  return { steps: [dial(flow, "none", false)] };
}

function dial(flow: CallFlow, record: "none" | "both", report: boolean): Step {
  return { do: "dial", to: flow.destination, timeoutSeconds: flow.ringSeconds, record, callerId: undefined, report };
}
