import { stricter, type RecordingMeans } from "./recording-means.ts";
import type { RecordingFlags, RecordingQuestion } from "./recording-question.ts";
import type { PlaceRule, RuleException } from "./recording-rule-set.ts";

/** What a place's law asks for on a channel and for a purpose, before the events of the call. */
export interface LawOfPlace {
  readonly means: RecordingMeans;
  /** The exceptions that made the answer; empty when the general rule did. */
  readonly exceptions: readonly RuleException[];
}

const loosest: RecordingMeans = "silent";
const none: readonly RuleException[] = [];
const unknownLaw: LawOfPlace = { means: "announce", exceptions: none };

/** Reads one place's law. A place without a rule, or one that only sets a floor for its parts, asks for a notice. */
export function lawOfPlace(rule: PlaceRule | undefined, question: RecordingQuestion): LawOfPlace {
  if (rule === undefined) return unknownLaw;
  const exceptions = rule.exceptions.filter((exception) => applies(exception, question.flags ?? {}));
  if (exceptions.length > 0) {
    return { means: exceptions.reduce((means, exception) => stricter(means, exception.means), loosest), exceptions };
  }
  const general = question.channel === "video" ? rule.video : rule.phone;
  return { means: rule.isFloor ? stricter(general, "announce") : general, exceptions: none };
}

/** Every condition named must hold. A circumstance nobody told us is taken at its strictest. */
function applies({ when }: RuleException, flags: RecordingFlags): boolean {
  if (when.purpose !== undefined && flags.purpose !== when.purpose) return false;
  if (when.retentionDaysAtMost !== undefined && !(keptDays(flags) <= when.retentionDaysAtMost)) return false;
  if (when.sensitiveData && flags.sensitiveData === undefined) return false;
  if (when.continuousWithoutNeed && !(flags.continuousRecording && flags.documentedNeed !== true)) return false;
  return true;
}

function keptDays(flags: RecordingFlags): number {
  return flags.retentionDays ?? Number.POSITIVE_INFINITY;
}
