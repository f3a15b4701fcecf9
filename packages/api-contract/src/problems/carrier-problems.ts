import type { ProblemMeaning } from "./problem-codes.ts";

/** What the doors of phone companies answer with, and what asking one can end in. */
export const carrierProblems = {
  signature_invalid: {
    status: 403,
    title: "The carrier's signature does not fit.",
    fix: "Check PUBLIC_URL and the connection's secret with: ringtrail doctor.",
  },
  webhook_replayed: {
    status: 403,
    title: "This call is over.",
    fix: "A webhook of an old call is not answered again.",
  },
  connection_unknown: {
    status: 404,
    title: "No carrier connection has this id.",
    fix: "Check the number's webhook address.",
  },
  carrier_unreachable: {
    status: 502,
    title: "The carrier does not answer.",
    fix: "Check the connection with: ringtrail doctor.",
  },
  carrier_not_fake: {
    status: 409,
    title: "Only the fake carrier makes test calls.",
    fix: "Call a number of the demo, or pick up a phone.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
