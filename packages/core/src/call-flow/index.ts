export type { CallEvent, CarrierRecording, LegEnd } from "./call-event.ts";
export { defaultAnnouncement } from "./call-flow.ts";
export type { Announcement, CallFlow } from "./call-flow.ts";
export type { Callback, CallPlan, Language, Step } from "./call-plan.ts";
export { chooseCourse } from "./choose-course.ts";
export type { Course, CourseDecision, UnrecordedWhy } from "./choose-course.ts";
export { foldCall, ringing } from "./fold-call.ts";
export type { CallPhase, CallState } from "./fold-call.ts";
export {
  planAfterDial,
  planAfterNotice,
  planFallback,
  planNotInService,
  planRing,
  planUnrecorded,
} from "./plan-call.ts";
