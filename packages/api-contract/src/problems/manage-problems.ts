import type { ProblemMeaning } from "./problem-codes.ts";

/** What the doors for signed-in people and API keys answer with. */
export const manageProblems = {
  not_signed_in: {
    status: 401,
    title: "Nobody is signed in.",
    fix: "Sign in at /console, or send an API key as Authorization: Bearer <key>.",
  },
  key_invalid: {
    status: 401,
    title: "This API key is not valid.",
    fix: "It may be mistyped, revoked or expired: make a new one with: ringtrail keys create.",
  },
  sign_in_refused: {
    status: 401,
    title: "This sign-in is refused.",
    fix: "Check e-mail and password. A one-time link works once and for fifteen minutes: ringtrail start prints a new one.",
  },
  account_missing: {
    status: 403,
    title: "This person belongs to no account.",
    fix: "Ask the owner of the account to add you.",
  },
  scope_missing: {
    status: 403,
    title: "This key or person may not do that.",
    fix: "Use a key with the scope that is named, or ask the owner for another role.",
  },
  scope_not_yours: {
    status: 403,
    title: "Nobody can give a scope they do not hold themselves.",
    fix: "Leave the scope out, or let somebody who holds it make the key.",
  },
  origin_foreign: {
    status: 403,
    title: "A page of another origin may not act for the signed-in person.",
    fix: "Send the request from this server's own pages, or use an API key without cookies.",
  },
  cursor_malformed: {
    status: 422,
    title: "This cursor is none of ours.",
    fix: "Use `next` of an earlier page as it is, or start without a cursor.",
  },
  call_unknown: {
    status: 404,
    title: "No call has this id.",
    fix: "Find the call with GET /v1/calls: it may belong to another account.",
  },
  caller_place_absent: {
    status: 404,
    title: "No place was declared for this number.",
    fix: "See what was declared with GET /v1/caller-places.",
  },
  proof_absent: {
    status: 404,
    title: "This call has no proof.",
    fix: "Look at the call's page for why nothing was decided about recording it.",
  },
  recording_unknown: {
    status: 404,
    title: "No recording has this id.",
    fix: "See the call it belongs to: it may not be stored yet, or have been deleted.",
  },
  link_invalid: {
    status: 403,
    title: "This link is not valid.",
    fix: "Ask for a new one with POST /v1/recordings/{id}/links.",
  },
  link_expired: {
    status: 410,
    title: "This link has expired.",
    fix: "Ask for a new one with POST /v1/recordings/{id}/links.",
  },
  range_unsatisfiable: {
    status: 416,
    title: "The range lies outside of the recording.",
    fix: "Ask for bytes within the size that Content-Range names.",
  },
  number_unknown: {
    status: 404,
    title: "This number is none of the account's tracking numbers.",
    fix: "Choose one that GET /v1/pools or GET /v1/sites lists.",
  },
  connect_code_unknown: {
    status: 404,
    title: "No such code is waiting.",
    fix: "A code lives ten minutes and works once. Ask for a new one where it was shown.",
  },
  key_unknown: {
    status: 404,
    title: "No API key has this id.",
    fix: "List the keys with GET /v1/api-keys: it may have been revoked already.",
  },
  job_unknown: {
    status: 404,
    title: "No job of this id was given up.",
    fix: "List them with GET /v1/jobs: it may be running again already.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "This Idempotency-Key was used for another request.",
    fix: "Use a new key for every new request, and the same key only for its repetition.",
  },
  idempotency_key_busy: {
    status: 409,
    title: "The first request with this Idempotency-Key is still being answered.",
    fix: "Wait a moment and send it again.",
  },
  page_elsewhere: {
    status: 422,
    title: "This page is not of the site.",
    fix: "Give the address of a page on one of the site's own addresses.",
  },
  page_unreachable: {
    status: 422,
    title: "The page could not be read.",
    fix: "Open it in a browser: it must answer with a page and without a redirect to another site. The detail says what was met.",
  },
  pool_unknown: {
    status: 404,
    title: "There is no such pool.",
    fix: "List the pools with GET /v1/pools.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
