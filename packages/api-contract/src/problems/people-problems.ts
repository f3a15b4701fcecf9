import type { ProblemMeaning } from "./problem-codes.ts";

/** What the doors of people, invitations and accounts answer with. */
export const peopleProblems = {
  person_unknown: {
    status: 404,
    title: "No person of the account has this id.",
    fix: "List the people with GET /v1/people: they may have been taken out already.",
  },
  last_owner: {
    status: 409,
    title: "An account always keeps an owner.",
    fix: "Make somebody else an owner first.",
  },
  role_not_yours: {
    status: 403,
    title: "Only an owner makes, changes or takes out an owner, and only an owner opens accounts.",
    fix: "Choose another role, or ask an owner.",
  },
  already_member: {
    status: 409,
    title: "This person belongs to the account already.",
    fix: "Change their role instead.",
  },
  invitation_unknown: {
    status: 404,
    title: "No such invitation is open.",
    fix: "It works once and for a week, and may have been withdrawn: ask for a new one.",
  },
  invitation_for_another: {
    status: 403,
    title: "This invitation is for another address.",
    fix: "Sign out, and in again with the address it was sent to.",
  },
  person_needed: {
    status: 403,
    title: "This is for people: an API key belongs to one account.",
    fix: "Sign in at /console, or use a key of the other account.",
  },
  account_name_taken: {
    status: 409,
    title: "An account of this server has this name already.",
    fix: "Choose another name.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
