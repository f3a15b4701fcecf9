import type { ProblemMeaning } from "./problem-codes.ts";

/** What stands between a person and what they want to do. */
export const signInProblems = {
  two_factor_required: {
    status: 403,
    title: "This account asks for a second factor.",
    fix: "Set one up under your own settings. In healthcare mode nobody can do without.",
  },
  two_factor_code_refused: {
    status: 401,
    title: "This code is refused.",
    fix: "Enter the six digits your authenticator shows now, or a backup code that was not used yet. A code is tried five times, then sign in anew.",
  },
  session_idle: {
    status: 401,
    title: "This session ended because nobody used it.",
    fix: "Sign in again. The owner of the account says how long a session may rest.",
  },
  password_refused: {
    status: 422,
    title: "This password is refused.",
    fix: "Use 12 to 128 characters that are on no list of leaked passwords.",
  },
  session_unknown: {
    status: 404,
    title: "None of your sessions has this id.",
    fix: "List them with GET /v1/sessions: it may have ended already.",
  },
  person_shared: {
    status: 409,
    title: "This person belongs to other accounts too.",
    fix: "Their second factor guards those as well: whoever runs the server takes it away with ringtrail people reset-two-factor.",
  },
  hold_unknown: {
    status: 404,
    title: "No hold of the account has this id.",
    fix: "List them with GET /v1/retention: it may have been released already.",
  },
  on_hold: {
    status: 409,
    title: "This is held and is not forgotten.",
    fix: "See GET /v1/retention for the hold and its reason. It is forgotten once the hold is released.",
  },
  key_lives_too_long: {
    status: 422,
    title: "The account lets no key live that long.",
    fix: "Say when it ends, within the days GET /v1/security names.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
