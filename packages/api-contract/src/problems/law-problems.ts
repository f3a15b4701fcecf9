import type { ProblemMeaning } from "./problem-codes.ts";

/** Why an owner's override, or a place of a call's caller, cannot be kept. */
export const lawProblems = {
  override_wrong: {
    status: 422,
    title: "This override cannot be kept.",
    fix: "Correct the field that is named: a place with a rule of its own, an answer, a reason, an author and a day.",
  },
  override_absent: {
    status: 404,
    title: "Nothing overrides the law of this place.",
    fix: "See what is overridden with GET /v1/recording-consent/overrides.",
  },
  overrides_refused: {
    status: 409,
    title: "The overrides on the server cannot be read, so none is changed.",
    fix: "Correct recording-law/overrides.json in the data folder at the place that is named, then try again.",
  },
  overrides_shared: {
    status: 409,
    title: "Several accounts share the overrides of this server.",
    fix: "Ask whoever runs the server: they change recording-law/overrides.json in the data folder, and it holds for all.",
  },
  caller_withheld: {
    status: 409,
    title: "This caller withheld the number.",
    fix: "Declare a place only of callers whose number is known: nothing else finds them again.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
