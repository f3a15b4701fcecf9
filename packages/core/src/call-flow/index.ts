export {
  announcementFor,
  chooseAnnouncement,
  defaultAnnouncement,
  mannerOf,
  questionWords,
  shippedSorry,
  shippedWordings,
  shortWords,
  yesKey,
} from "./announcement.ts";
export type { Announcement, PlaceWording } from "./announcement.ts";
export type { CallEvent, CarrierRecording, LegEnd, PauseWhy } from "./call-event.ts";
export { placesOfSeats } from "./places-of-seats.ts";
export type { CallFlow, PhoneSeat, RecordingSwitches, StandingNotice } from "./call-flow.ts";
export type { Callback, CallPlan, PlannedText, RecordedSides, Step, StepName } from "./call-plan.ts";
export { chooseCourse } from "./choose-course.ts";
export type { Course, CourseDecision, UnrecordedWhy } from "./choose-course.ts";
export { factsOfChange, isVoicemail } from "./facts-of-change.ts";
export type { ChangeFact } from "./facts-of-change.ts";
export { foldCall, ringing } from "./fold-call.ts";
export type { CallPhase, CallState } from "./fold-call.ts";
export { stateTold } from "./state-told.ts";
export type { StateTold } from "./state-told.ts";
export type { TextState } from "./settle-facts.ts";
export { noRest } from "./fold-pauses.ts";
export type { Pause, Rest } from "./fold-pauses.ts";
export { missingSkills } from "./carrier-skill.ts";
export type { CarrierSkill, SkillMissing } from "./carrier-skill.ts";
export { checkFlow } from "./check-flow.ts";
export type { FlowWrong } from "./check-flow.ts";
export { plainContext } from "./flow-step.ts";
export type { CallContext, FlowStep, FlowSteps, OpeningHours, RungPhone } from "./flow-step.ts";
export { answerSoFar, planAfterChoice, planAfterDial, planWhisper } from "./plan-aftermath.ts";
export type { DialOutcome } from "./plan-aftermath.ts";
export { planAfterNotice, planRing } from "./plan-call.ts";
export { everybodyWasTold } from "./standing-notice.ts";
export type { NoticeAnswer } from "./ring-recorded.ts";
export type { Walk } from "./walk-flow.ts";
export { planFallback, planNotInService, planUnrecorded } from "./plan-fallback.ts";
export { demandsNotice, planNoticeFailed } from "./put-through.ts";
export { recordingOffAt } from "./recording-switch.ts";
export type { RecordingOffAt } from "./recording-switch.ts";
export { agentKeys, wishOfKeys } from "./agent-keys.ts";
export { maySteer, recordingOrder } from "./steer-recording.ts";
export type { CallNotRecording, RecordingOrder } from "./steer-recording.ts";
export type { Language, SoundHash, Words } from "./words.ts";
export { isFlagged } from "./said-of-spam.ts";
export type { SpamSaid } from "./said-of-spam.ts";
export { challengeFrom, scoreSpam } from "./score-spam.ts";
export type { CallerSigns, EarlierCall, SpamScore, SpamSign } from "./score-spam.ts";
