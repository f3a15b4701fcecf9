import type { ProblemMeaning } from "./problem-codes.ts";

/** What the doors of pages answer with. */
export const publicProblems = {
  site_unknown: { status: 404, title: "No site has this key.", fix: "Copy the key from the site's settings." },
  origin_not_allowed: {
    status: 403,
    title: "This site's key may not be used on this origin.",
    fix: "Add the origin to the site's settings.",
  },
  token_invalid: {
    status: 403,
    title: "The visit's token does not fit.",
    fix: "Ask for a new one with POST /v1/swap.",
  },
  page_address_refused: {
    status: 403,
    title: "A clinic's pages tell no address of theirs.",
    fix: "Load the present script: in healthcare mode it sends nothing.",
  },
  visit_unknown: {
    status: 404,
    title: "No such visit is stored.",
    fix: "Begin again with POST /v1/swap: the visitor may have asked to be forgotten.",
  },
  number_not_in_demo: {
    status: 404,
    title: "This number is no tracking number of the demo, so its calls do not pass Ringtrail.",
    fix: "Accept the demo's consent banner to be lent one, or make the demo with: ringtrail seed.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
