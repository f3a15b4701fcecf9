import type { Landing, Touch } from "../src/attribution/index.ts";

/** A landing on the shop's home page without query or referrer. */
export function aLanding(over: Partial<Landing> = {}): Landing {
  return {
    host: "plumber.example",
    path: "/",
    query: {},
    domain: "plumber.example",
    referrerHost: undefined,
    referrerDomain: undefined,
    ...over,
  };
}

/** A touch from a Google ad. */
export function aTouch(over: Partial<Touch> = {}): Touch {
  return {
    channel: "paid_search",
    source: "google",
    medium: "cpc",
    campaign: "spring",
    keyword: "emergency plumber",
    clickId: "gclid",
    rule: "click_id_gclid",
    ...over,
  };
}
