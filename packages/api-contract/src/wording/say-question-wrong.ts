import type { RecordingQuestionWrong } from "@ringtrail/core/consent";

/** What is wrong with a question about recording, and what to do. */
export interface QuestionWrongWords {
  readonly title: string;
  readonly fix: string;
}

/** Puts into words why a question about recording cannot be decided. It does not compile when a reason is missing. */
export function sayQuestionWrong(wrong: RecordingQuestionWrong): QuestionWrongWords {
  switch (wrong.code) {
    case "business_place_missing":
      return { title: "No place of business was given.", fix: "Name every place the call is handled from, as US-TX." };
    case "jurisdiction_unknown":
      return { title: `"${wrong.given}" is no place we know.`, fix: "Use an ISO 3166 code, as DE or US-TX." };
    case "phone_malformed":
      return { title: "The caller's number is not in E.164.", fix: "Write it as +14155550123, or leave it out." };
    case "flag_unknown":
      return { title: `There is no flag "${wrong.given}".`, fix: "Take it out, or correct its spelling." };
    case "value_unknown":
      return {
        title: `"${wrong.given}" is not a value of ${wrong.field}.`,
        fix: `Use one of: ${wrong.allowed.join(", ")}.`,
      };
    case "date_before_rule_set":
      return {
        title: `The law as we keep it speaks from ${wrong.asOf} on.`,
        fix: "Ask about a later call, or load the rule set of that time.",
      };
    case "silence_unjustified":
      return {
        title: "Recording silently needs a reason and somebody who answers for it.",
        fix: "Give a reason and an author, or announce.",
      };
    case "rules_not_loaded":
      return { title: `The rules of ${wrong.country} were not loaded.`, fix: "Load them and ask again." };
    case "question_malformed":
      return {
        title: `${wrong.field === "" ? "The question" : wrong.field} does not have the right shape.`,
        fix: "Compare it with a case of the documentation.",
      };
  }
}
