import { __ } from "@wordpress/i18n";
import { problemIn } from "../frame/problem-in.ts";

/** Says what failed and what to do about it. */
export function failureWords(error: Error): { readonly title: string; readonly fix: string } {
  const problem = problemIn(error);
  if (problem === undefined) {
    return {
      title: __("The server cannot be reached.", "ringtrail"),
      fix: __("Check your network, and that the server runs. This page tries again by itself.", "ringtrail"),
    };
  }
  if (problem.status === 401) {
    return {
      title: __("You are signed out.", "ringtrail"),
      fix: __("Load the page again to sign in.", "ringtrail"),
    };
  }
  if (problem.status === 403) {
    return {
      title: __("You may not see this.", "ringtrail"),
      fix: __("Ask the owner of the account for permission.", "ringtrail"),
    };
  }
  if (problem.status === 404) {
    return {
      title: __("This does not exist.", "ringtrail"),
      fix: __("The link may be old, or it belongs to another account.", "ringtrail"),
    };
  }
  return { title: problem.title, fix: problem.fix ?? __("Try again in a moment.", "ringtrail") };
}
