import type { PlaceLawShown } from "@ringtrail/api-contract";
import { answerKind, type AnswerKind } from "../../words/answer-words.ts";

/** What the map colours by: the answer for this business, or each place's own law. */
export type MapView = "business" | "alone";

/** The kind of a place in a view. */
export function kindOf(law: PlaceLawShown, view: MapView): AnswerKind {
  return view === "business" ? answerKind(law.answer, law.noticeInside) : answerKind(law.law, law.lawNoticeInside);
}
