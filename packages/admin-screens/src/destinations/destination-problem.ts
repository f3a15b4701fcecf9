import { __ } from "@wordpress/i18n";
import { problemIn } from "../frame/problem-in.ts";
import type { DestinationDraft } from "./destination-draft.ts";

/** A field of the form. */
export type DestinationPart = keyof DestinationDraft;

/** What the API calls a part of the request, and the form's field for it. */
const parts: ReadonlyMap<string, DestinationPart> = new Map([
  ["name", "name"],
  ["facts", "facts"],
  ["site", "site"],
  ["url", "url"],
  ["to", "to"],
  ["quiet.from", "quietFrom"],
  ["quiet.to", "quietTo"],
  ["quiet.timeZone", "timeZone"],
  ["timeZone", "timeZone"],
]);

/** Reads why the API did not keep a destination, and finds the field it is about. */
export function destinationProblem(error: Error): {
  readonly part: DestinationPart | undefined;
  readonly words: string;
} {
  const problem = problemIn(error);
  if (problem === undefined) {
    const words = __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail");
    return { part: undefined, words };
  }
  const said = `${problem.title} ${problem.fix ?? ""}`.trim();
  if (problem.code === "destination_address_refused") return { part: "url", words: said };
  if (problem.code === "site_unknown") return { part: "site", words: said };
  const part = parts.get(problem.field ?? "");
  return { part, words: (part === undefined ? undefined : ruleOf(part)) ?? said };
}

/** What the API asks of a field, said for people. */
function ruleOf(part: DestinationPart): string | undefined {
  switch (part) {
    case "name":
      return __("Write a name, in 80 characters at most.", "ringtrail");
    case "facts":
      return __("Choose at least one event.", "ringtrail");
    case "url":
      return __("Write the whole address, such as https://crm.example.com/hooks.", "ringtrail");
    case "to":
      return __("Write one mail address.", "ringtrail");
    case "quietFrom":
    case "quietTo":
      return __("Write when it begins and when it ends, or neither.", "ringtrail");
    case "timeZone":
      return __("Choose a time zone as IANA names it, such as America/Chicago.", "ringtrail");
    default:
      return undefined;
  }
}
