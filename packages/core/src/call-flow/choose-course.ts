import type { RecordingDecision } from "../consent/recording-decision.ts";
import type { CallFlow } from "./call-flow.ts";

/** Why a call goes through without a recording and without a notice. The code is permanent. */
export type UnrecordedWhy =
  /** The flow does not record. */
  | "not_wanted"
  /** Nothing makes a recording lawful here and now. */
  | "do_not_record"
  /** A spoken or pressed yes is needed, and nobody is asked for one yet. */
  | "yes_not_asked"
  /** Only one side may be recorded; a recording of ours holds both. */
  | "one_side_only"
  /** A place wants the notice inside the recording (Washington, Connecticut), and it is heard before it. */
  | "notice_not_inside_recording";

/** What a call goes through: the notice and then a recording, or neither. */
export type Course = { readonly record: true } | { readonly record: false; readonly why: UnrecordedWhy };

/** The part of a recording decision that shapes the call. */
export type CourseDecision = Pick<RecordingDecision, "applied" | "sides" | "detail">;

/**
 * Says whether a call will be announced and recorded, or simply put through.
 *
 * Every recording is announced: where the law would allow silence the notice is heard all the same. Whatever cannot be
 * announced and proved is not recorded, because a call is never lost to the question.
 */
export function chooseCourse({ recordingWanted }: CallFlow, { applied, sides, detail }: CourseDecision): Course {
  if (!recordingWanted) return { record: false, why: "not_wanted" };
  if (applied === "do_not_record") return { record: false, why: "do_not_record" };
  if (applied === "active_consent") return { record: false, why: "yes_not_asked" };
  if (sides !== "both") return { record: false, why: "one_side_only" };
  if (detail.announcementMustBeRecorded) return { record: false, why: "notice_not_inside_recording" };
  return { record: true };
}
