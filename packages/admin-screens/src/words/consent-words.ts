import { __, sprintf } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";
import { placeWords } from "./place-words.ts";

/** What recording needs, in a word for the pill and a sentence. */
export interface MeansWords {
  readonly short: string;
  readonly sentence: string;
  readonly tone: Tone;
}

/** Says what was done for a call before it was recorded. */
export function meansWords(means: string): MeansWords {
  switch (means) {
    case "silent":
      return {
        short: __("No notice needed", "ringtrail"),
        sentence: __("This call may be recorded without a notice.", "ringtrail"),
        tone: "good",
      };
    case "announce":
      return {
        short: __("Announced", "ringtrail"),
        sentence: __("This call may be recorded after the full notice was heard.", "ringtrail"),
        tone: "good",
      };
    case "active_consent":
      return {
        short: __("Needs a yes", "ringtrail"),
        sentence: __("This call may be recorded only after the caller said or pressed yes.", "ringtrail"),
        tone: "busy",
      };
    default:
      return {
        short: __("Not recorded", "ringtrail"),
        sentence: __("This call may not be recorded.", "ringtrail"),
        tone: "bad",
      };
  }
}

/** A reason of the decision as the API sends it; which facts it has depends on its code. */
export interface ReasonShown {
  readonly code: string;
  readonly [fact: string]: unknown;
}

/** A reason in a sentence; undefined for a reason this version does not know. */
export function reasonWords(reason: ReasonShown, locale?: string): string | undefined {
  const place = typeof reason["place"] === "string" ? placeWords(reason["place"], locale) : "";
  switch (reason.code) {
    case "stopped":
      return stopWords(String(reason["stop"]));
    case "strictest_place":
      /* translators: %s: a place, for example "California". */
      return sprintf(__("Of all the places that may govern this call, %s is the strictest.", "ringtrail"), place);
    case "caller_place_unknown":
      return __("Where the caller is cannot be known for sure, so the strict reading applies.", "ringtrail");
    case "number_is_a_hint":
      return __(
        "The caller's number hints at a place but does not prove it: people take numbers with them.",
        "ringtrail",
      );
    case "no_rule_for_place":
      /* translators: %s: a place. */
      return sprintf(__("No rule is on file for %s, so the strict reading applies.", "ringtrail"), place);
    case "part_of_country_unknown":
      /* translators: %s: a country. */
      return sprintf(
        __("A part of %s may be stricter than the rest, and which part is not known.", "ringtrail"),
        place,
      );
    case "disputed_so_stricter":
      /* translators: %s: a place. */
      return sprintf(__("The law of %s is disputed, so its stricter reading applies.", "ringtrail"), place);
    case "owner_override":
      /* translators: %s: a place. */
      return sprintf(__("You changed the rule for %s.", "ringtrail"), place);
    case "newcomer_untold":
      return __("Somebody joined who has not heard the notice.", "ringtrail");
    case "always_announce":
      return __("Ringtrail announces every call unless you decide otherwise.", "ringtrail");
    case "owner_policy":
      return __("Your own policy asks for this.", "ringtrail");
    case "announcement_failed_not_required":
      return __("The notice was not heard to its end; the law of this call does not ask for one.", "ringtrail");
    case "no_rule_set":
      return __("No rule set could be read, so the strict reading applies.", "ringtrail");
    default:
      return undefined;
  }
}

function stopWords(stop: string): string {
  switch (stop) {
    case "caller_refused":
      return __("The caller refused to be recorded; the talk went on without.", "ringtrail");
    case "announcement_failed":
      return __("The notice was not heard to its end, so nothing may be recorded.", "ringtrail");
    case "announcement_not_recorded":
      return __("The place wants the notice inside the recording, and it was not.", "ringtrail");
    case "active_consent_missing":
      return __("A yes was needed and not given.", "ringtrail");
    case "no_baa":
      return __(
        "Health data may not be recorded before every vendor has signed a business associate agreement.",
        "ringtrail",
      );
    case "card_data":
      return __("Card details are never recorded.", "ringtrail");
    case "child_without_parental_consent":
      return __("A child may not be recorded without a parent's consent.", "ringtrail");
    case "nobody_consented":
      return __("Nobody on the call agreed to a recording.", "ringtrail");
    default:
      return __("The place of the call forbids recording it.", "ringtrail");
  }
}
