import { __ } from "@wordpress/i18n";
import { problemIn } from "../frame/problem-in.ts";

/** What is wrong with what was written, and beside which field it is said. */
export interface FlowProblem {
  /** As the form names it: `destination`, `steps.all.menu.choices.1`; undefined when no field of the form is meant. */
  readonly field: string | undefined;
  readonly words: string;
}

/** Fields of a step that the form draws; anything else of a step is said at its head. */
const ofStep = new RegExp(
  String.raw`^steps\.all\.[\w-]+(\.(words\.(text|sound)|text|next|open|closed|otherwise|passed|failed|unanswered|key|timeoutSeconds|mostSeconds|ringSeconds|hours\.timeZone|phones\.\d+\.phone|choices\.[0-9*#]|routes\.\d+\.(next|places)))?$`,
);

/** Reads why the API did not keep what was written, and finds the field it is about. */
export function flowProblem(error: Error): FlowProblem {
  const problem = problemIn(error);
  if (problem === undefined) {
    const words = __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail");
    return { field: undefined, words };
  }
  const said = `${problem.title} ${problem.fix ?? ""}`.trim();
  return { field: fieldOf(problem.field), words: ruleOf(problem.field) ?? said };
}

function fieldOf(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const list = /^(blocked|allowed)\b/.exec(field)?.[1];
  if (list !== undefined) return list;
  if (field === "destination" || field === "ringSeconds") return field;
  if (ofStep.test(field)) return field;
  return /^steps\.all\.[\w-]+/.exec(field)?.[0];
}

/** What the API's schema asks, said for people. */
function ruleOf(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  if (field.endsWith(".words.text")) return __("Write what callers hear, in 1,000 characters at most.", "ringtrail");
  if (field.endsWith(".text")) return __("Write the text, in 320 characters at most.", "ringtrail");
  if (field.endsWith(".timeoutSeconds")) return __("Between 1 and 60 seconds.", "ringtrail");
  if (/(ring|most)Seconds$/.test(field)) return __("Between 5 and 600 seconds.", "ringtrail");
  return undefined;
}
