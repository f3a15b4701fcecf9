import { ApiError } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";

/** What a page that asks one question says when the server refuses, or does not answer. */
export function refusalWords(refused: unknown): string {
  if (!(refused instanceof ApiError)) return __("The server does not answer.", "ringtrail");
  const { title, fix } = refused.problem;
  return fix === undefined ? title : `${title} ${fix}`;
}
