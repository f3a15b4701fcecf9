import { __ } from "@wordpress/i18n";
import { problemIn } from "../../frame/problem-in.ts";
import type { OverrideDraft } from "./override-draft.ts";

/** A field of the form. */
export type OverridePart = keyof OverrideDraft;

const parts: readonly OverridePart[] = ["place", "phone", "video", "reason", "author", "date"];

/** Reads why the API did not keep an override, and finds the field it is about. */
export function overrideProblem(error: Error): { readonly part: OverridePart | undefined; readonly words: string } {
  const problem = problemIn(error);
  if (problem === undefined) {
    const words = __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail");
    return { part: undefined, words };
  }
  const part = parts.find((one) => one === problem.field);
  return { part, words: part === undefined ? `${problem.title} ${problem.fix ?? ""}`.trim() : ruleOf(part) };
}

/** What the API asks of a field, said for people. */
function ruleOf(part: OverridePart): string {
  switch (part) {
    case "place":
      return __("Choose a place that has a rule of its own.", "ringtrail");
    case "phone":
    case "video":
      return __("Choose what a call there needs.", "ringtrail");
    case "reason":
      return __("Write why, in 500 characters at most.", "ringtrail");
    case "author":
      return __("Write who decided it, in 200 characters at most.", "ringtrail");
    case "date":
      return __("Write the day it was decided.", "ringtrail");
  }
}
