import { __ } from "@wordpress/i18n";
import { problemIn } from "../frame/problem-in.ts";

/** What is wrong with a form: beside which field, or with none in particular. */
export interface FormProblem<Part extends string> {
  readonly part: Part | undefined;
  readonly words: string;
}

/** The request was not as described: its body, or what stands in its address. */
const notAsDescribed: ReadonlySet<string | undefined> = new Set(["body_invalid", "parameter_invalid"]);

/**
 * Reads why the API did not take a form. `rules` says, for each of its fields, what the API asks of it in people's words;
 * a refusal with a reason of its own (`last_owner`) keeps the server's.
 */
export function formProblem<Part extends string>(
  error: Error | null,
  rules: Readonly<Record<Part, string>>,
): FormProblem<Part> | undefined {
  if (error === null) return undefined;
  const problem = problemIn(error);
  if (problem === undefined) {
    return {
      part: undefined,
      words: __("The server cannot be reached. What you wrote is still here: try again.", "ringtrail"),
    };
  }
  const said = `${problem.title} ${problem.fix ?? ""}`.trim();
  const field = (problem.field ?? "").split(".")[0] ?? "";
  const part = (Object.keys(rules) as Part[]).find((known) => known === field);
  return { part, words: part !== undefined && notAsDescribed.has(problem.code) ? rules[part] : said };
}
