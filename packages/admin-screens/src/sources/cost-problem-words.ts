import { __ } from "@wordpress/i18n";

/** Why a row of a report is no cost, and what to do about it on this screen. An unknown reason keeps the server's words. */
export function costProblemWords({ code, detail }: { readonly code: string; readonly detail: string }): string {
  switch (code) {
    case "day_malformed":
      return __("There is no day in it.", "ringtrail");
    case "day_ambiguous":
      return __("It is not clear which is the day and which the month. Say so above.", "ringtrail");
    case "amount_malformed":
      return __("Its cost is no amount of money.", "ringtrail");
    case "currency_missing":
      return __("No column tells the currency. Say it above.", "ringtrail");
    case "currency_malformed":
      return __("Its currency is no code of three letters.", "ringtrail");
    case "count_malformed":
      return __("Its clicks or impressions are no count.", "ringtrail");
    case "source_missing":
      return __("Nothing tells the source. Say it above.", "ringtrail");
    default:
      return detail;
  }
}
