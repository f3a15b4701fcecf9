import type {
  ConsideredPlace,
  GoverningRule,
  PlaceEvidence,
  RecordingMeans,
  RecordingParty,
} from "@ringtrail/core/consent";
import type { NameOfPlace } from "./explain-recording.ts";
import { meansAsked } from "./say-means.ts";
import { sayStop } from "./say-stop.ts";

const whose: Readonly<Record<RecordingParty, string>> = {
  business: "where you do business",
  agent: "where the person answering sits",
  recorder: "where the recorder stands",
  caller: "where the caller may be",
  newcomer: "where the person who joined is",
};

const known: Readonly<Record<PlaceEvidence, string>> = {
  stated: "stated",
  number: "hinted at by the number",
  geo_ip: "hinted at by the network address",
  billing: "hinted at by the billing address",
  visit: "hinted at by the credited visit",
  none: "nothing says where",
};

/** Says what one place would ask for if it were the only one. */
export function sayConsidered(
  { party, place, evidence, probability, alone }: ConsideredPlace,
  name: NameOfPlace,
): string {
  const where = place === "unknown" ? "An unknown place" : name(place);
  const sure = probability === undefined ? "" : `, ${Math.round(probability * 100)} % likely`;
  return `${where}, ${whose[party]} (${known[evidence]}${sure}): alone it asks for ${meansAsked[alone]}.`;
}

/** Says which rule decided. */
export function sayGoverning({ place, party, rule }: GoverningRule, name: NameOfPlace): string {
  if (rule === "unknown_is_strict") return "A rule of ours decides: what is not known is treated as strict.";
  if (rule === "law") return `The law of ${name(place)} decides: ${whose[party]}.`;
  return sayStop(rule);
}

/** Says what the call would need if only one reading of whose law counts were right. */
export function sayReading(reading: "placeOfRecording" | "callerLaw", means: RecordingMeans): string {
  const of = reading === "placeOfRecording" ? "the place of recording" : "the caller's place";
  return `If the law of ${of} counts, it asks for ${meansAsked[means]}.`;
}
