import { announcementFor, shortWords } from "./announcement.ts";
import type { CallFlow } from "./call-flow.ts";
import type { RecordedSides, Step } from "./call-plan.ts";
import type { Course, CourseDecision } from "./choose-course.ts";
import { bare, dial } from "./dial-business.ts";
import { everybodyWasTold } from "./standing-notice.ts";
import type { Words } from "./words.ts";

/** How the notice or the question ended. `agreed` is a yes that was pressed or said; silence is `heard`. */
export type NoticeAnswer = "heard" | "agreed" | "refused";

type Dial = Extract<Step, { do: "dial" }>;

/** Phones to ring, and what may be recorded of the talk. */
export interface RecordedRing {
  readonly flow: CallFlow;
  readonly decision: CourseDecision;
  readonly rung: Pick<Dial, "to" | "timeoutSeconds" | "step">;
  /** Undefined: nothing may be recorded. */
  readonly course: { readonly sides: RecordedSides; readonly repeatInside: boolean } | undefined;
  /** Whoever answers hears where the caller comes from. */
  readonly sayWhere: boolean;
}

/** True when what came of the notice or the question is enough for this recording. */
export function mayRecordAfter(course: Course & { readonly record: true }, answer: NoticeAnswer | undefined): boolean {
  if (course.sides === "business" || course.first === "nothing") return true;
  return course.first === "question" ? answer === "agreed" : answer === "heard" || answer === "agreed";
}

/**
 * Rings, and records what may be recorded.
 *
 * A whisper is asked of us when somebody answers. A carrier may well end the leg when it cannot have it, so behind every
 * leg with a whisper stands one that needs nothing of us: it is rung when we cannot even be told that the first has ended.
 */
export function ringRecorded({ flow, decision, rung, course, sayWhere }: RecordedRing): readonly Step[] {
  // What is whispered of the source is only known when somebody answers; that there is something is known now.
  const where: readonly Words[] = sayWhere ? [{ text: "", language: flow.announcement.language }] : [];
  const rings = (record: Dial["record"], whisper: readonly Words[]): readonly Step[] => {
    const first: Dial = { ...dial(flow, record, true), ...rung };
    return whisper.length === 0 ? [first] : [{ ...first, whisper }, dial(flow, "none", false)];
  };
  if (course === undefined) return rings("none", where);
  const short = bare(shortWords(announcementFor(flow, decision)));
  if (!course.repeatInside) return rings(course.sides, everybodyWasTold(flow, rung.to) ? where : [...where, short]);
  // The business hears the sentence too, whatever is on file: the law speaks of all other parties.
  return [{ do: "record", sides: course.sides }, { do: "say", ...short }, ...rings("none", [...where, short])];
}
