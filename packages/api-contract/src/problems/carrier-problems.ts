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
  flow_step_unknown: {
    status: 422,
    title: "A step of the call flow leads nowhere.",
    fix: "Let it lead to a step that is there, or add the step it names.",
  },
  flow_circle: {
    status: 422,
    title: "The call flow leads round in a circle.",
    fix: "Let the step lead somewhere else: to a phone, a message or a goodbye.",
  },
  flow_hours_malformed: {
    status: 422,
    title: "The opening hours cannot be read.",
    fix: "Write times as 09:00 and days as 2026-12-25, and name a time zone such as America/Chicago.",
  },
  flow_key_malformed: {
    status: 422,
    title: "A key of the call flow is not on a telephone.",
    fix: "Use one of 0 to 9, * and #.",
  },
  call_not_recording: {
    status: 409,
    title: "This call is not being recorded.",
    fix: "Look at the call: its decision and its proofs say whether it is recorded and why.",
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
