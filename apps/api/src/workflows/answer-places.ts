import type { PlaceLawShown } from "@ringtrail/api-contract";
import { sayGoverning } from "@ringtrail/api-contract";
import { ok, type Result } from "@ringtrail/core";
import {
  decideRecording,
  type PlaceRule,
  type RecordingDecision,
  type RecordingQuestionWrong,
  type RuleSet,
} from "@ringtrail/core/consent";
import { placeNames } from "../show/name-place.ts";
import { showCitation } from "../show/show-citation.ts";
import { showDecision } from "../show/show-decision.ts";

/**
 * Answers every place with a rule for one business: what the place asks for alone, and what a call from there needs.
 * A business without places is taken to be where the caller is, so that the answer is the place's own.
 */
export function answerPlaces(
  law: RuleSet,
  business: readonly string[],
): Result<PlaceLawShown[], RecordingQuestionWrong> {
  const answers: PlaceLawShown[] = [];
  for (const rule of law.places.values()) {
    const ask = (places: readonly string[]): Result<RecordingDecision, RecordingQuestionWrong> =>
      decideRecording(law, {
        businessJurisdictions: places,
        channel: "phone",
        direction: "inbound",
        caller: { declared: rule.place },
      });
    const [alone, answer] = [ask([rule.place]), ask(business.length === 0 ? [rule.place] : business)];
    if (!alone.ok) return alone;
    if (!answer.ok) return answer;
    answers.push(showPlace(law, rule, alone.value, answer.value));
  }
  return ok(answers.toSorted((a, b) => a.name.localeCompare(b.name, "en")));
}

function showPlace(law: RuleSet, rule: PlaceRule, alone: RecordingDecision, answer: RecordingDecision): PlaceLawShown {
  const nameOf = placeNames(law);
  const { governing, minimum, recommended, detail } = answer;
  return {
    place: rule.place,
    name: rule.name,
    law: alone.minimum,
    answer: minimum,
    recommended,
    headline: showDecision(answer, law).headline,
    governing: { place: governing.place, name: nameOf(governing.place), words: sayGoverning(governing, nameOf) },
    noticeInside: detail.announcementMustBeRecorded,
    lawNoticeInside: alone.detail.announcementMustBeRecorded,
    isDisputed: rule.confidence === "disputed",
    activeConsentAdvised: rule.activeConsentAdvised,
    citations: rule.citations.map(showCitation),
    override: rule.override && { ...rule.override },
  };
}
