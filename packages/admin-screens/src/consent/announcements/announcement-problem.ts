import { __ } from "@wordpress/i18n";
import { problemIn } from "../../frame/problem-in.ts";

/** What is wrong with what was written, and beside which field it is said. */
export interface AnnouncementProblem {
  /** As the API names it: `placeWordings.0.announcement.text`; undefined when no field of the form is meant. */
  readonly field: string | undefined;
  readonly words: string;
}

const ofAnnouncement = String.raw`(announcement|placeWordings\.\d+\.announcement)`;
const drawn = new RegExp(
  String.raw`^(${ofAnnouncement}\.(((short|question)\.)?(text|sound)|language|manner)|silence\.(reason|author))$`,
);

/** Reads why the API did not keep what was written, and finds the field it is about. */
export function announcementProblem(error: Error): AnnouncementProblem {
  const problem = problemIn(error);
  if (problem === undefined) {
    return {
      field: undefined,
      words: __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail"),
    };
  }
  const said = `${problem.title} ${problem.fix ?? ""}`.trim();
  if (problem.field === undefined || !drawn.test(problem.field)) return { field: undefined, words: said };
  return { field: problem.field, words: ruleOf(problem.field) ?? said };
}

/** What the API's schema asks of a text, said for people. */
function ruleOf(field: string): string | undefined {
  if (field === "silence.reason") {
    return __(
      "Write why callers are not told, in 500 characters at most. It is kept with every call recorded in silence.",
      "ringtrail",
    );
  }
  if (field === "silence.author") return __("Write who decided it, in 200 characters at most.", "ringtrail");
  return field.endsWith(".text") ? __("Write what callers hear, in 1,000 characters at most.", "ringtrail") : undefined;
}
