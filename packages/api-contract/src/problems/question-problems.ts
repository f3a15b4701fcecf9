import type { ProblemMeaning } from "./problem-codes.ts";

/** What can be wrong with a question about recording, over the API and on the command line. */
export const questionProblems = {
  business_place_missing: {
    status: 422,
    title: "No place of business was given.",
    fix: "Name every place the call is handled from, as US-TX.",
  },
  jurisdiction_unknown: {
    status: 422,
    title: "This is no place we know.",
    fix: "Use an ISO 3166 code in capital letters, as DE or US-TX.",
  },
  flag_unknown: {
    status: 422,
    title: "There is no such flag.",
    fix: "Take it out, or correct its spelling.",
  },
  value_unknown: {
    status: 422,
    title: "This field does not take this value.",
    fix: "Use one of the values that are named.",
  },
  date_before_rule_set: {
    status: 422,
    title: "The law as we keep it speaks from a later day on.",
    fix: "Ask about a later call, or load the rule set of that time.",
  },
  silence_unjustified: {
    status: 422,
    title: "Recording silently needs a reason and somebody who answers for it.",
    fix: "Give a reason and an author, or announce.",
  },
  rules_not_loaded: {
    status: 422,
    title: "The rules of this country were not loaded.",
    fix: "Load them and ask again.",
  },
  question_malformed: {
    status: 422,
    title: "The question does not have the right shape.",
    fix: "Compare it with the case in docs/guides/recording-law.md.",
  },
  rule_set_unknown: {
    status: 404,
    title: "There is no rule set of this name.",
    fix: "List them with GET /v1/recording-consent/rule-sets.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
