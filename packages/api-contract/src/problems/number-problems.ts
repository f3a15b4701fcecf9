import type { ProblemMeaning } from "./problem-codes.ts";

/** What renting numbers and forwarding calls can end in. */
export const numberProblems = {
  number_limit_reached: {
    status: 409,
    title: "The account has as many numbers as it allows itself.",
    fix: "Give a number back, or let an owner raise the limit with POST /v1/number-limits.",
  },
  spend_limit_reached: {
    status: 409,
    title: "The rent of all numbers together would pass what the account allows itself.",
    fix: "Give a number back, or let an owner raise the limit with POST /v1/number-limits. Under a limit no number is bought whose price nobody knows.",
  },
  price_changed: {
    status: 409,
    title: "The number costs more now than the price that was shown.",
    fix: "Nothing was bought. Look at the price in the detail, and send it as `monthly` to buy at it.",
  },
  number_not_available: {
    status: 409,
    title: "The carrier does not rent this number out.",
    fix: "Somebody else may have taken it: search again and choose another.",
  },
  number_not_at_carrier: {
    status: 404,
    title: "The carrier's account does not have this number.",
    fix: "Check the number, and that the connection is to the account that rents it.",
  },
  number_not_in_use: {
    status: 409,
    title: "This number rests already or was given back.",
    fix: "See its state with GET /v1/numbers.",
  },
  purchase_unsure: {
    status: 503,
    title: "The carrier's answer to the purchase was lost.",
    fix: "Do not buy it again: within some minutes we see in the carrier's list whether it is ours, and finish or drop it.",
  },
  carrier_keys_refused: {
    status: 502,
    title: "The carrier refuses this connection's keys.",
    fix: "Enter the account id and the secret of the carrier's console again.",
  },
  carrier_refused: {
    status: 502,
    title: "The carrier refused the request.",
    fix: "The carrier's own code says why; some numbers need an address or a bundle in its console first.",
  },
  place_unknown: {
    status: 404,
    title: "There is no such site, target number or pool.",
    fix: "Choose ones that GET /v1/sites and GET /v1/pools list, of one and the same site.",
  },
  country_not_allowed: {
    status: 403,
    title: "Calls may not be forwarded to this country.",
    fix: "Let an owner allow the country with POST /v1/number-limits: the list keeps a stolen sign-in from ringing up a bill.",
  },
  sign_in_not_fresh: {
    status: 403,
    title: "This needs a fresh sign-in.",
    fix: "Sign out, sign in again and repeat it within a quarter of an hour. API keys cannot do this.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
