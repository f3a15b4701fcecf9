import { sayConsidered, sayGoverning, sayReading, type DecisionPreview } from "@ringtrail/api-contract";
import type { RecordingDecision, RuleSet } from "@ringtrail/core/consent";
import { placeNames } from "./name-place.ts";
import { showCitation } from "./show-citation.ts";
import { showDecision } from "./show-decision.ts";

/** A decision with every step in words. */
export function showPreview(decision: RecordingDecision, law: RuleSet | undefined): DecisionPreview {
  const { governing, considered, readings, citations, detail, scope } = decision;
  const nameOf = placeNames(law);
  const named = (place: string): string => (place === "unknown" ? "An unknown place" : nameOf(place));
  return {
    ...showDecision(decision, law),
    scope,
    governing: { ...governing, name: named(governing.place), words: sayGoverning(governing, nameOf) },
    considered: considered.map((one) => ({ ...one, name: named(one.place), words: sayConsidered(one, nameOf) })),
    readings: {
      placeOfRecording: {
        means: readings.placeOfRecording,
        words: sayReading("placeOfRecording", readings.placeOfRecording),
      },
      callerLaw: { means: readings.callerLaw, words: sayReading("callerLaw", readings.callerLaw) },
    },
    citations: citations.map(showCitation),
    detail: {
      ...detail,
      obligations: [...detail.obligations],
      blockedFeatures: [...detail.blockedFeatures],
      noticeMustSay: [...detail.noticeMustSay],
    },
  };
}
