export type { Choice, ConsentEvidence, Regime, Tracking } from "./answer.ts";
export { checkLink, checkSomeLinks } from "./check-chain.ts";
export type { BrokenLink } from "./check-chain.ts";
export { decideRecording } from "./decide-recording.ts";
export { decideTracking } from "./decide-tracking.ts";
export { newcomerLacks } from "./judge-newcomer.ts";
export type { NewcomerLacks } from "./judge-newcomer.ts";
export { permissionToStore } from "./permission.ts";
export type { Permission } from "./permission.ts";
export { proofText } from "./proof.ts";
export type { NewProof, Proof, ProofCaller, ProofFacts, ProofKind } from "./proof.ts";
export { inCaseWords, readRecordingCase } from "./read-recording-case.ts";
export type {
  ConsideredPlace,
  GoverningRule,
  PlaceEvidence,
  RecordingDecision,
  RecordingDetail,
  RecordingObligation,
  RecordingParty,
  RecordingReason,
} from "./recording-decision.ts";
export type { Citation, HardStop, Principle, Verification } from "./recording-principle.ts";
export { isLooser, recordingMeans, stricter } from "./recording-means.ts";
export type { RecordingMeans } from "./recording-means.ts";
export type {
  CallerEvidence,
  Jurisdiction,
  RecordingFlags,
  RecordingPolicy,
  RecordingPurpose,
  RecordingQuestion,
  RecordingQuestionWrong,
} from "./recording-question.ts";
export type {
  AreaCodeMeaning,
  NoticeContent,
  OwnerOverride,
  Placeless,
  PlaceRule,
  RefusedRuleSet,
  RuleException,
  RuleSet,
  RuleSetStamp,
} from "./recording-rule-set.ts";
export { regionOfNumber, regionOfPlace } from "./region-of-number.ts";
export { resolvePlace } from "./resolve-place.ts";
export { strictestDecision } from "./strictest-decision.ts";
