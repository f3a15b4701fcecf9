import type { ProblemMeaning } from "./problem-codes.ts";

/** What telling ad platforms of calls can end in. */
export const adProblems = {
  healthcare_site: {
    status: 409,
    title: "Calls of a site in healthcare mode are told to no ad platform.",
    fix: "Leave it so. What somebody said to a clinic is nobody else's business.",
  },
  healthcare_mode_stays: {
    status: 409,
    title: "Healthcare mode is not taken off a site.",
    fix: "Send the flow with isHealthcare. For another business, set up another site.",
  },
  ad_platform_unknown: {
    status: 404,
    title: "No ad platform has this id.",
    fix: "See those there are with GET /v1/ad-platforms.",
  },
  ad_platform_keys_missing: {
    status: 422,
    title: "The platform takes nothing without keys.",
    fix: "Send its keys with it, once; they are kept sealed.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
