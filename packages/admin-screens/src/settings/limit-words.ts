import { __ } from "@wordpress/i18n";
import type { LimitsDraft, LimitsWrong } from "./limits-draft.ts";

/** The fields of the form, in their order. */
export function limitFields(): readonly {
  readonly part: keyof LimitsDraft;
  readonly label: string;
  readonly hint: string;
}[] {
  return [
    {
      part: "mostNumbers",
      label: __("Numbers at most", "ringtrail"),
      hint: __("Rented and on their way together.", "ringtrail"),
    },
    {
      part: "restDays",
      label: __("A number rests before it is given back", "ringtrail"),
      hint: __("Days; its calls still reach you.", "ringtrail"),
    },
    {
      part: "mostRent",
      label: __("Rent a month at most", "ringtrail"),
      hint: __("Of all numbers together. Empty: no limit.", "ringtrail"),
    },
    { part: "currency", label: __("Currency of the rent", "ringtrail"), hint: __("Such as USD.", "ringtrail") },
    {
      part: "mostMinutes",
      label: __("Minutes a month", "ringtrail"),
      hint: __("Owners are told; calls go on. Empty: nobody is told.", "ringtrail"),
    },
    {
      part: "countries",
      label: __("Countries calls may go to", "ringtrail"),
      hint: __("Such as US, CA. Empty: those of your own numbers.", "ringtrail"),
    },
  ];
}

/** What is asked of each field that was typed wrongly. */
export function limitRules(): Readonly<Record<LimitsWrong, string>> {
  return {
    mostNumbers: __("Write a whole number up to 100,000.", "ringtrail"),
    restDays: __("Write a whole number of days up to 365.", "ringtrail"),
    mostRent: __("Write an amount such as 40.50, with a currency of three letters.", "ringtrail"),
    mostMinutes: __("Write a whole number of minutes, or leave it empty.", "ringtrail"),
    countries: __("Write codes of two letters, such as US, CA.", "ringtrail"),
  };
}
