// Every public name of the core's shared ground. The areas have their own doors: ./consent, ./number-pool, ...
export { auditText, checkAuditLink } from "./audit.ts";
export { actionsOfKind, auditKinds, isOfKind } from "./audit-kind.ts";
export type { ActionsOfKind, AuditKind } from "./audit-kind.ts";
export type { AuditEntry, AuditLink } from "./audit.ts";
export type { Branded } from "./brand.ts";
export type { CareWord, OpenText } from "./care-word.ts";
export { chainStart } from "./hash-chain.ts";
export type { ChainEnd, ChainLink, LinkCheck, LinkFault } from "./hash-chain.ts";
export { parseId } from "./ids.ts";
export type {
  AccountId,
  CallId,
  ConnectionId,
  IdMalformed,
  NumberId,
  PoolId,
  RecordingId,
  SiteId,
  TargetNumberId,
  VisitId,
  VisitorId,
} from "./ids.ts";
export { Phi } from "./phi.ts";
export type { CareDoor } from "./phi.ts";
export {
  noRetentionWish,
  retentionBounds,
  retentionDays,
  retentionDue,
  usualRetention,
} from "./retention/retention-rules.ts";
export type { RetentionDays, RetentionDue, RetentionWish } from "./retention/retention-rules.ts";
export { securityBounds, signInRules, usualSecurity } from "./people/sign-in-rules.ts";
export type { AccountSecurity, SignInFacts, SignInRules } from "./people/sign-in-rules.ts";
export { judgeSilence, rhythmMs, shortestRhythmMs } from "./judge-silence.ts";
export type { Rhythm, Silence } from "./judge-silence.ts";
export { pageReading } from "./page-reading.ts";
export type { PageReading, Taking, Texting } from "./page-reading.ts";
export { areaCode, maskE164, parseE164 } from "./phone-number.ts";
export type { E164, PhoneMalformed } from "./phone-number.ts";
export { err, ok } from "./result.ts";
export type { Result } from "./result.ts";
export { after, between, day, hour, instant, minute, second } from "./time.ts";
export type { Instant, Milliseconds } from "./time.ts";
export { numberEdges, writtenNumber } from "./written-number.ts";
export type { WrittenNumber } from "./written-number.ts";
