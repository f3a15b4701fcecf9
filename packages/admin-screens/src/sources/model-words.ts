import { __ } from "@wordpress/i18n";

/** A way to share a call among the visits before it, by the API's name. */
export const models = [
  "last_non_direct",
  "first",
  "last",
  "last_paid",
  "linear",
  "position",
  "w_shaped",
  "time_decay",
  "markov",
  "shapley",
] as const;
export type Model = (typeof models)[number];

/** What it is called, and to whom it gives the call. */
export function modelWords(model: Model): { readonly name: string; readonly gives: string } {
  switch (model) {
    case "last_non_direct":
      return {
        name: __("Last, not direct", "ringtrail"),
        gives: __("All to the last visit that came from somewhere.", "ringtrail"),
      };
    case "first":
      return { name: __("First", "ringtrail"), gives: __("All to the visit that found you.", "ringtrail") };
    case "last":
      return { name: __("Last", "ringtrail"), gives: __("All to the last visit before the call.", "ringtrail") };
    case "last_paid":
      return { name: __("Last paid", "ringtrail"), gives: __("All to the last visit you paid for.", "ringtrail") };
    case "linear":
      return { name: __("Linear", "ringtrail"), gives: __("The same to every visit.", "ringtrail") };
    case "position":
      return {
        name: __("Position", "ringtrail"),
        gives: __("40 % to the first, 40 % to the last, the rest between.", "ringtrail"),
      };
    case "w_shaped":
      return {
        name: __("W-shaped", "ringtrail"),
        gives: __("Most to the first, the middle and the last.", "ringtrail"),
      };
    case "time_decay":
      return { name: __("Time decay", "ringtrail"), gives: __("More to visits nearer to the call.", "ringtrail") };
    case "markov":
      return {
        name: __("Markov", "ringtrail"),
        gives: __("By how many calls would be missing without the channel.", "ringtrail"),
      };
    case "shapley":
      return {
        name: __("Shapley", "ringtrail"),
        gives: __("By what the channel adds to every company it keeps.", "ringtrail"),
      };
  }
}

/** The model of that name; the usual one where there is none of it. */
export function modelNamed(name: string): Model {
  return models.find((model) => model === name) ?? "last_non_direct";
}
