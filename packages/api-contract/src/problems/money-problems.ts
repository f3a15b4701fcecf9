import type { ProblemMeaning } from "./problem-codes.ts";

/** What asking for money can end in. */
export const moneyProblems = {
  report_too_wide: {
    status: 422,
    title: "This model cannot look at so many rows together.",
    fix: "Ask by channel, source or medium, or choose a model that looks at each call by itself.",
  },
  value_absent: {
    status: 404,
    title: "Nobody has said what this call was worth.",
    fix: "Say so with PUT /v1/calls/{id}/value.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
