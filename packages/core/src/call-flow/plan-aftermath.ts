import { shortWords } from "./announcement.ts";
import type { LegEnd } from "./call-event.ts";
import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, Step, StepName } from "./call-plan.ts";
import { bare, dial } from "./dial-business.ts";
import type { Words } from "./words.ts";

/** How the leg to the business ended, and what was going on. */
export interface DialOutcome {
  readonly end: LegEnd | undefined;
  readonly step: StepName | undefined;
  /** A recording of the whole call is running on. */
  readonly isRecording: boolean;
}

const secondTry: StepName = "again";

/**
 * The document that answers the end of the leg to the business. A leg that failed is tried once more, without anything
 * of ours in between that may have made it fail: the call is worth more than the recording. Only what a running
 * recording demands is said again.
 */
export function planAfterDial(flow: CallFlow, { end, step, isRecording }: DialOutcome): CallPlan {
  if (end !== "failed" || step === secondTry) return { steps: [{ do: "hangup" }] };
  const whisper = isRecording ? { whisper: [bare(shortWords(flow.announcement))] } : {};
  return { steps: [{ ...dial(flow, "none", true), ...whisper, step: secondTry }] };
}

/** What whoever answered hears before the two are connected. */
export function planWhisper(words: readonly Words[]): CallPlan {
  return { steps: words.map((one): Step => ({ do: "say", ...one })) };
}
