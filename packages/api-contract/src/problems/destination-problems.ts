import type { ProblemMeaning } from "./problem-codes.ts";

/** What setting up a destination can end in. */
export const destinationProblems = {
  destination_unknown: {
    status: 404,
    title: "No destination has this id.",
    fix: "List them with GET /v1/destinations.",
  },
  destination_address_refused: {
    status: 422,
    title: "Nothing is sent to this address.",
    fix: "Give an address on the public internet that begins with https://. For machines of your own network set REACH_PRIVATE_NETWORKS.",
  },
  destination_limit_reached: {
    status: 409,
    title: "The account has as many destinations as it may have.",
    fix: "Remove one with DELETE /v1/destinations/{id}.",
  },
  destination_without_secret: {
    status: 409,
    title: "This kind of destination signs nothing.",
    fix: "Only webhooks have a secret. Change the destination itself with PUT /v1/destinations/{id}.",
  },
  delivery_unknown: {
    status: 404,
    title: "No delivery has this id.",
    fix: "List them with GET /v1/deliveries: they are kept for 30 days.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
