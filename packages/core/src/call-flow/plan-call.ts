import { announcementFor, questionWords, shortWords, yesKey } from "./announcement.ts";
import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, Step } from "./call-plan.ts";
import { chooseCourse, type Course, type CourseDecision } from "./choose-course.ts";
import { bare, dial } from "./dial-business.ts";

/** How the notice or the question ended. `agreed` is a yes that was pressed or said; silence is `heard`. */
export type NoticeAnswer = "heard" | "agreed" | "refused";

/**
 * The first document of a ringing call.
 *
 * A call to be recorded hears the notice first, unrecorded, or is asked for a yes. Behind that stands a dial that needs
 * nothing of us: if we die before the callback is answered, the caller still reaches the business, unrecorded.
 */
export function planRing(flow: CallFlow, decision: CourseDecision): CallPlan {
  const course = chooseCourse(flow, decision);
  if (!course.record || course.first === "nothing") return { steps: steps(flow, decision, course) };
  const announcement = announcementFor(flow, decision);
  const { refusalKey } = announcement;
  const first: Step =
    course.first === "question"
      ? { do: "ask", ...bare(questionWords(announcement)), yesKey }
      : { do: "notice", ...bare(announcement), refusalKey };
  return { steps: [first, dial(flow, "none", false)] };
}

/**
 * The document that answers the callback of the notice or the question. The callback is the proof, so this is the only
 * document that records: after the notice was heard to its end, or after a yes where one is needed.
 *
 * Where the notice must be inside the recording, the recording is on first, and its first sound is the notice again:
 * to the caller before the business rings, and to whoever answers before the two are connected.
 */
export function planAfterNotice(flow: CallFlow, decision: CourseDecision, answer: NoticeAnswer): CallPlan {
  const course = chooseCourse(flow, decision);
  const isEnough = course.record && mayRecordAfter(course, answer);
  return { steps: steps(flow, decision, isEnough ? course : { record: false, why: "do_not_record" }) };
}

function mayRecordAfter(course: Course & { readonly record: true }, answer: NoticeAnswer): boolean {
  if (course.sides === "business" || course.first === "nothing") return true;
  return course.first === "question" ? answer === "agreed" : answer !== "refused";
}

function steps(flow: CallFlow, decision: CourseDecision, course: Course): readonly Step[] {
  if (!course.record) return [dial(flow, "none", true)];
  const short = shortWords(announcementFor(flow, decision));
  const whisper = everybodyWasTold(flow) ? undefined : [bare(short)];
  if (!course.repeatInside) return [{ ...dial(flow, course.sides, true), whisper }];
  return [
    { do: "record", sides: course.sides },
    { do: "say", ...bare(short) },
    // The business hears the sentence too, whatever is on file: the law speaks of all other parties.
    { ...dial(flow, "none", true), whisper: [bare(short)] },
  ];
}

/** True when whoever can answer has been told of the recording beforehand, and it is on file. */
export function everybodyWasTold({ destination, standingNotices = [] }: CallFlow): boolean {
  return standingNotices.some(({ phone }) => phone === destination);
}
