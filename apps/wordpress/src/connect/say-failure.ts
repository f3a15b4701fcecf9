import { __ } from "@wordpress/i18n";
import { problemOf } from "../admin/problem-of.ts";

/** What went wrong and what to do, in one text. */
export function sayFailure(refused: unknown): string {
  const problem = problemOf(refused);
  if (problem === undefined) return __("Your site did not answer. Check your network and try again.", "ringtrail");
  return [problem.title, problem.fix ?? ""].join(" ").trim();
}
