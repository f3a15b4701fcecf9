import { __ } from "@wordpress/i18n";

/** What kind of answer the credit is, in a few words. */
export function matchWords(kind: string): string {
  switch (kind) {
    case "exact":
      return __("Exact", "ringtrail");
    case "likely":
      return __("Likely", "ringtrail");
    case "ambiguous":
      return __("Shared by several visits", "ringtrail");
    case "returning":
      return __("Returning caller", "ringtrail");
    case "outside":
      return __("From outside the site", "ringtrail");
    case "pollution":
      return __("Number published elsewhere", "ringtrail");
    default:
      return __("No visit known", "ringtrail");
  }
}

/** The same in a sentence, for the page of one call. */
export function matchSentence(kind: string): string {
  switch (kind) {
    case "exact":
      return __("Only one visit can have made this call.", "ringtrail");
    case "likely":
      return __("One visit is far likelier than all others.", "ringtrail");
    case "ambiguous":
      return __("Several visits may have called; they share the credit by probability.", "ringtrail");
    case "returning":
      return __("Somebody who called before most likely calls again, without a visit behind it.", "ringtrail");
    case "outside":
      return __("No visit we know fits; the caller most likely has the number from elsewhere.", "ringtrail");
    case "pollution":
      return __("Nobody was shown this number lately: it may stand in a directory or in a saved page.", "ringtrail");
    default:
      return __("Nothing is known of where this call comes from.", "ringtrail");
  }
}
