import type { RecordingDecision } from "../consent/recording-decision.ts";
import type { CallFlow } from "./call-flow.ts";
import type { RecordedSides } from "./call-plan.ts";

/** Why a call goes through without a recording and without a notice. The code is permanent. */
export type UnrecordedWhy =
  /** The flow does not record. */
  | "not_wanted"
  /** Nothing makes a recording lawful here and now. */
  | "do_not_record";

/** What a call goes through: what is asked of the caller first and then a recording, or neither. */
export type Course =
  | {
      readonly record: true;
      readonly sides: RecordedSides;
      /** What comes before the recording: a notice, a question that must be answered with a yes, or nothing. */
      readonly first: "notice" | "question" | "nothing";
      /** The notice is heard again inside the recording (Washington, Connecticut). */
      readonly repeatInside: boolean;
    }
  | { readonly record: false; readonly why: UnrecordedWhy };

/** The part of a recording decision that shapes the call. */
export type CourseDecision = Pick<RecordingDecision, "applied" | "sides" | "detail" | "governing">;

/**
 * Says whether a call will be announced and recorded, or simply put through.
 *
 * Nothing comes first only where the decision allows silence and the owner has said why it is wanted; a call whose
 * caller may not be recorded may still hold the business's own words.
 */
export function chooseCourse(
  flow: Pick<CallFlow, "recordingWanted" | "recordingPolicy">,
  decision: CourseDecision,
): Course {
  if (!flow.recordingWanted) return { record: false, why: "not_wanted" };
  const { applied, sides, detail } = decision;
  if (sides === "business_only") return { record: true, sides: "business", first: "nothing", repeatInside: false };
  if (applied === "do_not_record" || sides === "none") return { record: false, why: "do_not_record" };
  const isSilent = applied === "silent" && flow.recordingPolicy?.silence !== undefined;
  const first = isSilent ? "nothing" : applied === "active_consent" ? "question" : "notice";
  return { record: true, sides: "both", first, repeatInside: detail.announcementMustBeRecorded && !isSilent };
}
