import type { PlaceKind } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { problemIn } from "../../frame/problem-in.ts";

/** What somebody is declaring. */
export interface PlaceDraft {
  /** Undefined where the caller is known already. */
  readonly phone: string | undefined;
  readonly kind: PlaceKind;
  readonly place: string;
  readonly basis: string;
}

/** Reads why the API did not keep a declaration, and finds the field it is about. */
export function placeProblem(error: Error): { readonly part: keyof PlaceDraft | undefined; readonly words: string } {
  const problem = problemIn(error);
  switch (problem?.field) {
    case "phone":
      return { part: "phone", words: __("Write the number with its country code: +14155550123.", "ringtrail") };
    case "place":
      return { part: "place", words: __("Choose a place.", "ringtrail") };
    case "basis":
      return { part: "basis", words: __("Write how it is known, in 500 characters at most.", "ringtrail") };
    default: {
      const lost = __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail");
      return { part: undefined, words: problem === undefined ? lost : `${problem.title} ${problem.fix ?? ""}`.trim() };
    }
  }
}
