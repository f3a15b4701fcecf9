import type { ProblemMeaning } from "./problem-codes.ts";

/** What asking for money can end in. */
export const moneyProblems = {
  report_too_wide: {
    status: 422,
    title: "This model cannot look at so many rows together.",
    fix: "Ask by channel, source or medium, or choose a model that looks at each call by itself.",
  },
  costs_header_missing: {
    status: 422,
    title: "No row of this file names a column for the day and one for the cost.",
    fix: "Export a report by day with its costs, or name the columns date, source, campaign, cost, currency.",
  },
  value_absent: {
    status: 404,
    title: "Nobody has said what this call was worth.",
    fix: "Say so with PUT /v1/calls/{id}/value.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
