import { chooseAnnouncement, questionWords, shortWords, yesKey, type Announcement } from "./announcement.ts";
import type { LegEnd } from "./call-event.ts";
import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, Step, StepName } from "./call-plan.ts";
import { chooseCourse, type Course, type CourseDecision } from "./choose-course.ts";
import type { Words } from "./words.ts";

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

/** The announcement that one call hears. */
export function announcementFor(flow: CallFlow, decision: CourseDecision): Announcement {
  return chooseAnnouncement(flow.announcement, flow.placeWordings ?? [], decision);
}

/** True when whoever can answer has been told of the recording beforehand, and it is on file. */
export function everybodyWasTold({ destination, standingNotices = [] }: CallFlow): boolean {
  return standingNotices.some(({ phone }) => phone === destination);
}

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

/** The document of a number that belongs to nobody here. */
export function planNotInService(): CallPlan {
  const text = "The number you have called is not in service. Please check the number and call again.";
  return { steps: [{ do: "say", text, language: "en-US" }, { do: "hangup" }] };
}

/** What whoever answered hears before the two are connected. */
export function planWhisper(words: readonly Words[]): CallPlan {
  return { steps: words.map((one): Step => ({ do: "say", ...one })) };
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

type Dial = Extract<Step, { do: "dial" }>;

function dial(flow: CallFlow, record: Dial["record"], report: boolean): Dial {
  return { do: "dial", to: [flow.destination], timeoutSeconds: flow.ringSeconds, record, callerId: undefined, report };
}

/** The words alone, without what else an announcement holds. */
function bare({ text, language, sound }: Words): Words {
  return sound === undefined ? { text, language } : { text, language, sound };
}
