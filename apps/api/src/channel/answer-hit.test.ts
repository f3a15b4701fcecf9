import { expect, test } from "vitest";
import { answerHit } from "./answer-hit.ts";

const page = "https://plumber.example/";
const long = `${"pad=".padEnd(80, "x")}&`;
const eightKilobytes = Array.from({ length: 100 }, (_, nth) => `p${nth}${long}`).join("");

const right: [why: string, url: string, referrer: string | undefined, answer: object][] = [
  [
    "a source that only ends like LinkedIn",
    `${page}?utm_source=not-linkedin`,
    "https://www.linkedin.com/",
    { channel: "campaign", source: "not-linkedin", rule: "utm_campaign" },
  ],
  [
    "a public suffix of two labels",
    page,
    "https://www.bbc.co.uk/",
    { channel: "referral", source: "bbc.co.uk", rule: "referrer_other" },
  ],
  [
    "a path that contains google, on both sides",
    `${page}google/utm_source=google`,
    "https://reviews.example/www.google.com/search",
    { channel: "referral", source: "reviews.example" },
  ],
  ["no referrer", page, undefined, { channel: "direct", source: "(direct)", rule: "direct" }],
  ["an empty referrer", page, "", { channel: "direct", rule: "direct" }],
  ["a referrer that is no address", page, "about:blank", { channel: "direct", rule: "direct" }],
  [
    "percent-encoded rubbish in the query",
    `${page}?%E0%A4%A=%zz&utm_source=%FF%FE&utm_medium=%&%00=%00`,
    "https://www.google.com/",
    { channel: "campaign", rule: "utm_campaign" },
  ],
  [
    "8 kB of query before the click id",
    `${page}?${eightKilobytes}gclid=abc`,
    "https://www.google.com/",
    { channel: "paid_search", source: "google", rule: "click_id_gclid" },
  ],
  [
    "an emoji keyword",
    `${page}?gclid=x&utm_campaign=%F0%9F%94%A7&utm_term=%F0%9F%9A%BF+leak+%F0%9F%91%A9%E2%80%8D%F0%9F%94%A7`,
    undefined,
    { channel: "paid_search", campaign: "🔧", keyword: "🚿 leak 👩‍🔧" },
  ],
  ["a return from paying", page, "https://www.paypal.com/checkoutnow", { channel: "direct", rule: "payment_return" }],
  ["a bank's check of the buyer", page, "https://acs.3dsecure.io/", { channel: "direct", rule: "payment_return" }],
  ["another page of the site", page, "https://plumber.example/about", { channel: "direct", rule: "self_referral" }],
  ["a sub-domain of the site", page, "https://shop.plumber.example/", { channel: "direct", rule: "self_referral" }],
  ["an app", page, "android-app://com.google.android.gm/", { channel: "email", source: "gmail" }],
  ["an assistant", page, "https://chatgpt.com/", { channel: "ai_assistant", source: "chatgpt" }],
];

test.each(right)("%s: the right answer", (_why, url, referrer, answer) => {
  expect(answerHit(url, referrer)).toMatchObject({ answer });
});

const wrong: [why: string, url: unknown, referrer: unknown, code: string][] = [
  ["no address", "", undefined, "url_malformed"],
  ["an address no browser opens", "javascript:alert(1)", undefined, "url_malformed"],
  ["no text", 7, undefined, "url_missing"],
  ["nothing", undefined, undefined, "url_missing"],
  ["a referrer that is no text", page, { a: 1 }, "referrer_malformed"],
];

test.each(wrong)("%s: a named problem", (_why, url, referrer, code) => {
  expect(answerHit(url, referrer)).toMatchObject({ error: { code } });
});

test("what is kept of a landing can be stored: no zero byte and no half of an emoji", () => {
  const cut = answerHit(`${page}?utm_source=%00a%00b&utm_term=${"x".repeat(499)}%F0%9F%9A%BF`, "");

  expect(cut).toMatchObject({ answer: { source: "ab", keyword: "x".repeat(499) } });
});
