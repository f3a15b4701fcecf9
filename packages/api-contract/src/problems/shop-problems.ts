import type { ProblemMeaning } from "./problem-codes.ts";

/** What the doors of shops answer with. */
export const shopProblems = {
  shopify_not_set_up: {
    status: 404,
    title: "This server knows no app at Shopify.",
    fix: "Set SHOPIFY_API_KEY and SHOPIFY_API_SECRET to those of your app, and start the server again.",
  },
  shopify_signature_invalid: {
    status: 401,
    title: "Shopify's signature does not fit.",
    fix: "Check SHOPIFY_API_SECRET against the app's client secret, and the server's clock.",
  },
  shopify_refused: {
    status: 502,
    title: "Shopify did not do what it was asked.",
    fix: "Check the app's scopes and that the app is installed in this shop, then open the page again.",
  },
  session_token_invalid: {
    status: 401,
    title: "The session token is not valid.",
    fix: "Open the page inside Shopify's admin: App Bridge gives it a new token for every request.",
  },
  shop_unknown: {
    status: 404,
    title: "Nobody has connected this shop.",
    fix: "Connect it to one of your sites with POST /v1/shops.",
  },
  shop_taken: {
    status: 409,
    title: "This shop is connected to another account.",
    fix: "Ask whoever runs that account to disconnect it.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
