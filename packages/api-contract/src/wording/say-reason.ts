import type { RecordingMeans, RecordingReason } from "@ringtrail/core/consent";
import type { NameOfPlace } from "./explain-recording.ts";
import { sayStop } from "./say-stop.ts";

type CallerUnknown = Extract<RecordingReason, { readonly code: "caller_place_unknown" }>["why"];

/** Puts one reason into a sentence. It does not compile when a reason is missing. */
export function sayReason(reason: RecordingReason, name: NameOfPlace): string {
  switch (reason.code) {
    case "stopped":
      return sayStop(reason.stop);
    case "strictest_place":
      return sayStrictest(name(reason.place), reason.means);
    case "caller_place_unknown":
      return `${unknownBecause[reason.why]} What is not known is treated as strict.`;
    case "number_is_a_hint":
      return `The caller's ${reason.isLandline ? "landline " : ""}number was first assigned in ${list(reason.places.map(name))}. That is a hint, not a proof: numbers move with people.`;
    case "no_rule_for_place":
      return `We know no rule for ${name(reason.place)}, so it counts as strict.`;
    case "part_of_country_unknown":
      return `${name(reason.place)} is known only as a whole, and a part of it may be stricter.`;
    case "disputed_so_stricter":
      return `The law of ${name(reason.place)} is disputed; the stricter reading was taken.`;
    case "exception_applied":
      return `In ${name(reason.place)} an exception applies: ${reason.note}.`;
    case "owner_override":
      return `The rule for ${name(reason.place)} was changed by ${reason.override.author} on ${reason.override.date}: ${reason.override.reason}`;
    case "newcomer_untold":
      return `Somebody from ${name(reason.place)} joined and has not heard the notice: pause until they have.`;
    case "counts_as_recording":
      return `${reason.what === "monitoring" ? "Listening in" : "Transcribing"} counts as recording.`;
    case "evidence_limited_without_notice":
      return `In ${name(reason.place)} a recording made without notice is barred or limited as evidence.`;
    case "announcement_failed_not_required":
      return "The announcement could not be proved. The law did not need it; play it again if you can.";
    case "always_announce":
      return "Ringtrail advises announcing on every call, even where silence is lawful.";
    case "owner_policy":
      return reason.offAt === undefined
        ? `The owner asks for more than the law: ${wanted[reason.want]}.`
        : `The owner switched recording off for ${offFor[reason.offAt]}.`;
    case "silence_chosen":
      return `${reason.author} chose to record silently where that is lawful: ${reason.reason}`;
    case "rule_set_refused":
      return `The rule set in force was refused (${reason.refused.code}, ${reason.refused.where}); the last good one answered, and every caller hears the announcement.`;
    case "no_rule_set":
      return "No rule set could be loaded, so every caller hears the announcement.";
  }
}

function sayStrictest(place: string, means: RecordingMeans): string {
  switch (means) {
    case "silent":
      return `One party's consent is enough in ${place} and in every other place that may govern.`;
    case "announce":
      return `The strictest place is ${place}: every party must know of the recording.`;
    case "active_consent":
      return `The strictest place is ${place}: staying on the line is not consent, a clear yes is needed.`;
    case "do_not_record":
      return `The strictest place is ${place}: it forbids this recording.`;
  }
}

const unknownBecause: Readonly<Record<CallerUnknown, string>> = {
  withheld: "The caller withheld the number and nobody stated a place.",
  toll_free: "The caller's number is toll-free and says nothing of a place.",
  personal: "The caller's number is a personal or machine number and says nothing of a place.",
  premium: "The caller's number is a premium number and says nothing of a place.",
  carrier_specific: "The caller's number belongs to a carrier service and says nothing of a place.",
  government: "The caller's number is a government number and says nothing of a place.",
  unassigned_area_code: "The caller's area code is not one we know.",
  unassigned_country_code: "The caller's country code is not one we know.",
  only_hints: "Nobody stated where the caller is; there are only hints.",
};

const offFor = { flow: "this call flow", pool: "this pool of numbers", number: "this number" } as const;

const wanted: Readonly<Record<RecordingMeans, string>> = {
  silent: "nothing",
  announce: "an announcement",
  active_consent: "a spoken or pressed yes",
  do_not_record: "no recording",
};

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
