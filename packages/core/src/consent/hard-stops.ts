import type { RecordingMeans } from "./recording-means.ts";
import type { HardStop } from "./recording-principle.ts";
import type { RecordingFlags, RecordingQuestion } from "./recording-question.ts";

/** What the law, or the owner, asks of the call whose events are looked at. */
export interface Needs {
  readonly means: RecordingMeans;
  /** The notice must be heard inside the recording. */
  readonly noticeInside: boolean;
}

/**
 * Lists what forbids the recording here and now, gravest first. The events of a call can only make the answer
 * stricter: what the law asked for did not happen, or something happened that no law lets pass.
 */
export function hardStops(needs: Needs, question: RecordingQuestion): readonly HardStop[] {
  const flags = question.flags ?? {};
  const stops: [HardStop, boolean][] = [
    ["criminal_purpose", flags.purpose === "criminal"],
    ["nobody_consented", flags.participantConsent === false],
    ["forbidden_by_place", needs.means === "do_not_record"],
    ["caller_refused", flags.refused === true || flags.activeConsent === false],
    ["active_consent_missing", needs.means === "active_consent" && isUnanswered(flags)],
    ["announcement_failed", needs.means !== "silent" && flags.announcementFailed === true],
    ["announcement_not_recorded", needs.noticeInside && flags.announcementRecorded === false],
    ["no_baa", flags.hipaa === true && flags.baa !== true],
    ["child_without_parental_consent", isChildOnline(question, flags)],
    ["card_data", flags.cardDataSegment === true],
  ];
  return stops.filter(([, holds]) => holds).map(([stop]) => stop);
}

/** Asked and not answered. Silence is not a yes. */
function isUnanswered(flags: RecordingFlags): boolean {
  return flags.activeConsent === null;
}

/** COPPA binds online services, not ordinary telephone calls. */
function isChildOnline(question: RecordingQuestion, flags: RecordingFlags): boolean {
  return (question.channel ?? "phone") !== "phone" && flags.childDirected === true && flags.parentalConsent !== true;
}
