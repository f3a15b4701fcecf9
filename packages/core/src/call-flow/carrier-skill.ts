import type { CallFlow } from "./call-flow.ts";
import { stepsOf } from "./walk-flow.ts";
import type { StepName } from "./call-plan.ts";

/** What a carrier may or may not be able to do; everything else in a plan every carrier can. */
export type CarrierSkill =
  /** Ask for a spoken or pressed yes. */
  | "question"
  | "menu"
  | "message"
  /** Record the whole call from a moment on, what the carrier says included. */
  | "record_all"
  /** Record the business's side alone. */
  | "record_business"
  /** Ring several phones at once. */
  | "ring_together"
  | "whisper"
  /** Pause a running recording and let it go on. */
  | "pause_recording"
  /** Tell us of keys that whoever answered presses during the talk. */
  | "hear_agent_keys"
  /** Tell us when somebody else is let into a running call. */
  | "see_newcomers"
  /** Tell the name that belongs to a caller's number. */
  | "look_up"
  /** Send a text to the caller's phone. */
  | "text"
  /** Turn a call away without answering it. */
  | "reject";

/** A part of a flow that a carrier cannot do: said in the flow editor before anybody calls. */
export interface SkillMissing {
  readonly code: "carrier_cannot";
  readonly skill: CarrierSkill;
  /** The step that needs it; undefined for what belongs to the whole flow. */
  readonly step: StepName | undefined;
}

/** What of a flow this carrier cannot do, in the order of the steps. */
export function missingSkills(flow: CallFlow, skills: ReadonlySet<CarrierSkill>): readonly SkillMissing[] {
  const needs: (readonly [CarrierSkill, StepName | undefined])[] = [];
  for (const [name, step] of Object.entries(stepsOf(flow).all)) {
    const at = flow.steps === undefined ? undefined : name;
    if (step.kind === "menu" || step.kind === "challenge") needs.push(["menu", at]);
    if (step.kind === "text") needs.push(["text", at]);
    if (step.kind === "message") needs.push(["message", at]);
    if (step.kind === "ring" && step.how === "together" && step.phones.length > 1) needs.push(["ring_together", at]);
    if (step.kind === "ring" && step.sayWhere) needs.push(["whisper", at]);
  }
  if (flow.lookUpCallers) needs.push(["look_up", undefined]);
  if ((flow.blocked ?? []).length > 0) needs.push(["reject", undefined]);
  if (flow.recordingWanted) {
    // Any caller may be from a place that wants these, so every flow that records needs them.
    needs.push(
      ["record_all", undefined],
      ["question", undefined],
      ["whisper", undefined],
      ["pause_recording", undefined],
      ["hear_agent_keys", undefined],
      ["see_newcomers", undefined],
    );
    if (flow.recordingPolicy?.businessSideAlone) needs.push(["record_business", undefined]);
  }
  return needs
    .filter(
      ([skill], nth) =>
        !skills.has(skill) && needs.findIndex((one) => one[0] === skill && one[1] === needs[nth]?.[1]) === nth,
    )
    .map(([skill, step]) => ({ code: "carrier_cannot", skill, step }));
}
