import type { RecordingMeans } from "./recording-means.ts";
import type { HardStop } from "./recording-principle.ts";
import type { RecordingFlags, RecordingQuestion } from "./recording-question.ts";

/** What the law, or the owner, asks of the call whose events are looked at. */
export interface Needs {
  readonly means: RecordingMeans;
  /** The notice must be heard inside the recording. */
  readonly noticeInside: boolean;
}

type Holds = (needs: Needs, flags: RecordingFlags, question: RecordingQuestion) => boolean;

/** Every stop, gravest first. A table made once: it is asked for every place of every call. */
const stops: readonly (readonly [HardStop, Holds])[] = [
  ["criminal_purpose", (_needs, { purpose }) => purpose === "criminal"],
  ["nobody_consented", (_needs, { participantConsent }) => participantConsent === false],
  ["forbidden_by_place", ({ means }) => means === "do_not_record"],
  ["caller_refused", (_needs, { refused, activeConsent }) => refused === true || activeConsent === false],
  ["active_consent_missing", ({ means }, flags) => means === "active_consent" && isUnanswered(flags)],
  ["announcement_failed", ({ means }, flags) => means !== "silent" && flags.announcementFailed === true],
  ["announcement_not_recorded", ({ noticeInside }, flags) => noticeInside && flags.announcementRecorded === false],
  ["no_baa", (_needs, { hipaa, baa }) => hipaa === true && baa !== true],
  ["child_without_parental_consent", (_needs, flags, question) => isChildOnline(question, flags)],
  ["card_data", (_needs, { cardDataSegment }) => cardDataSegment === true],
];

const noStops: readonly HardStop[] = [];
const noFlags: RecordingFlags = {};

/**
 * Lists what forbids the recording here and now, gravest first. The events of a call can only make the answer
 * stricter: what the law asked for did not happen, or something happened that no law lets pass.
 */
export function hardStops(needs: Needs, question: RecordingQuestion): readonly HardStop[] {
  const { flags = noFlags } = question;
  let held = noStops;
  for (const [stop, holds] of stops) if (holds(needs, flags, question)) held = [...held, stop];
  return held;
}

/** Asked and not answered. Silence is not a yes. */
function isUnanswered(flags: RecordingFlags): boolean {
  return flags.activeConsent === null;
}

/** COPPA binds online services, not ordinary telephone calls. */
function isChildOnline(question: RecordingQuestion, flags: RecordingFlags): boolean {
  return (question.channel ?? "phone") !== "phone" && flags.childDirected === true && flags.parentalConsent !== true;
}
