import type { Scope as CoreScope } from "@ringtrail/core/ports";
import { z } from "zod";

const meanings = {
  "calls:read": "See calls, their credit and their proofs; callers' numbers are masked.",
  "calls:export": "Take lists of calls along as spreadsheets.",
  "callers:read": "See callers' numbers and names in full. Every look is logged.",
  "recordings:play": "Listen to recordings. Every play is logged.",
  "pools:read": "See pools and the state of their numbers.",
  "sites:read": "See sites and their settings.",
  "numbers:read": "See numbers, what they cost and which are for rent.",
  "numbers:write": "Rent, import and give back numbers within the account's limits.",
  "forwarding:write": "Change where calls are forwarded and the limits that guard it, after a fresh sign-in.",
  "sites:write": "Change what callers of a site go through: call flow, announcement, recording.",
  "calls:write":
    "Say what calls were worth and which are spam, pause and resume recordings of running calls, and ask the fake carrier for a test call.",
  "costs:write": "Tell what ads cost.",
  "orders:write": "Tell what a shop sold.",
  "forms:write": "Tell of forms that were sent.",
  "destinations:read": "See where events are sent and what came of each sending.",
  "destinations:write": "Set up where events are sent, test it and send events once more.",
  "callers:care":
    "See and erase what is known of whoever asks for it, by number, visitor id or e-mail. Every wish is logged.",
  "jobs:read": "See the queues and the jobs that were given up.",
  "jobs:write": "Try a job again that was given up.",
  "account:export": "Export the whole account.",
  "audit:read": "See who did what: sign-ins, looks at callers, plays, exports and changes.",
  "people:read": "See who belongs to the account, in which role, and who is invited.",
  "people:write": "Invite people, change their roles and take them out; only owners make owners.",
  "account:read": "See what the account wants of sign-ins, and how long what is kept.",
  "account:write": "Change what the account wants of sign-ins, and how long what is kept.",
  "keys:write": "See, make and revoke API keys.",
} as const satisfies Record<CoreScope, string>;

/** What every scope allows, in one sentence each. */
export const scopeMeanings: Readonly<Record<CoreScope, string>> = meanings;

/** Every scope there is. */
export const scopes: readonly CoreScope[] = Object.keys(meanings) as readonly CoreScope[];

/** What an API key or a person may do. */
export const Scope = z.enum(Object.keys(meanings) as [CoreScope, ...CoreScope[]]).meta({ id: "Scope" });
export type Scope = z.infer<typeof Scope>;
