import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, StepName } from "./call-plan.ts";
import type { CourseDecision } from "./choose-course.ts";
import { plainContext, type CallContext } from "./flow-step.ts";
import type { NoticeAnswer } from "./ring-recorded.ts";
import { stepsOf, walkFrom } from "./walk-flow.ts";

/**
 * The first document of a ringing call.
 *
 * A call to be recorded hears the notice before the business rings, unrecorded, or is asked for a yes. Behind that, as
 * behind everything that is asked of the caller, stands a dial that needs nothing of us: if we die before the callback
 * is answered, the caller still reaches the business, unrecorded.
 */
export function planRing(flow: CallFlow, decision: CourseDecision, context: CallContext = plainContext): CallPlan {
  if (context.isBlocked) return { steps: [{ do: "reject", as: "busy" }] };
  return walkFrom({ flow, decision, context, answer: undefined }, stepsOf(flow).first);
}

/**
 * The document that answers the callback of the notice or the question. The callback is the proof, so this is the only
 * document that records: after the notice was heard to its end, or after a yes where one is needed.
 *
 * Where the notice must be inside the recording, the recording is on first, and its first sound is the notice again:
 * to the caller before the business rings, and to whoever answers before the two are connected.
 */
export function planAfterNotice(
  flow: CallFlow,
  decision: CourseDecision,
  answer: NoticeAnswer,
  { step, context = plainContext }: { readonly step?: StepName | undefined; readonly context?: CallContext } = {},
): CallPlan {
  return walkFrom({ flow, decision, context, answer }, step ?? stepsOf(flow).first);
}
