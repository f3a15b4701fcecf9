import { shortWords } from "./announcement.ts";
import type { LegEnd } from "./call-event.ts";
import type { CallPlan, Step, StepName } from "./call-plan.ts";
import { bare, dial } from "./dial-business.ts";
import type { CallState } from "./fold-call.ts";
import { orderPhones } from "./order-phones.ts";
import type { NoticeAnswer } from "./ring-recorded.ts";
import { putThrough } from "./put-through.ts";
import { ring, stepsOf, walkFrom, type Walk } from "./walk-flow.ts";
import type { Words } from "./words.ts";

/** How the leg to the business ended, and what was going on. */
export interface DialOutcome {
  readonly end: LegEnd | undefined;
  /** As the callback named it. */
  readonly step: StepName | undefined;
  /** A recording of the whole call is running on. */
  readonly isRecording: boolean;
}

const over: CallPlan = { steps: [{ do: "hangup" }] };
const secondTry: StepName = "again";

/**
 * The document that answers the end of the leg to the business: the next phone in turn, what the flow says for calls
 * nobody answered, or nothing any more.
 *
 * A leg that failed and has nowhere to go is tried once more, without anything of ours in between that may have made it
 * fail: the call is worth more than the recording. Only what a running recording demands is said again.
 */
export function planAfterDial(walk: Walk, outcome: DialOutcome): CallPlan {
  const { flow } = walk;
  const { end, step: told, isRecording } = outcome;
  if (end === undefined || end === "answered" || told === secondTry) return over;
  const [name, nth] = readStep(told);
  const step = stepsOf(flow).all[name ?? stepsOf(flow).first];
  if (name !== undefined && step?.kind === "ring") {
    if (nth + 1 < orderPhones(step, walk.context.draw).length) return { steps: ring(walk, name, step, nth + 1) };
    if (step.unanswered !== undefined) return walkFrom(walk, step.unanswered);
  }
  if (end !== "failed") return over;
  const whisper = isRecording ? { whisper: [bare(shortWords(flow.announcement))] } : {};
  return { steps: [{ ...dial(flow, "none", true), ...whisper, step: secondTry }] };
}

/** The document that answers a menu or a challenge. Keys the flow does not know lead where no key leads. */
export function planAfterChoice(walk: Walk, name: StepName | undefined, keys: string): CallPlan {
  const { all } = stepsOf(walk.flow);
  const step = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
  if (step?.kind === "challenge") return walkFrom(walk, keys === step.key ? step.passed : step.failed);
  if (step?.kind !== "menu") return { steps: putThrough(walk.flow, true) };
  return walkFrom(walk, Object.hasOwn(step.choices, keys) ? step.choices[keys] : step.otherwise);
}

/** What whoever answered hears before the two are connected. */
export function planWhisper(words: readonly Words[]): CallPlan {
  return { steps: words.map((one): Step => ({ do: "say", ...one })) };
}

/** What is known of the caller's answer from everything that was told of the call; a no outlasts a yes. */
export function answerSoFar({ refused, agreed, noticeEndedAt }: CallState): NoticeAnswer | undefined {
  if (refused || agreed === false) return "refused";
  if (agreed === true) return "agreed";
  return noticeEndedAt === undefined ? undefined : "heard";
}

function readStep(told: StepName | undefined): readonly [StepName | undefined, number] {
  const [, name, nth] = /^(.*):(\d{1,3})$/.exec(told ?? "") ?? [];
  return [name, Number(nth ?? 0)];
}
