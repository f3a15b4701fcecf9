import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aLanding } from "../../testing/index.ts";
import { channelRules, nameChannel, readTouch, type Channel, type Landing } from "./index.ts";

/** A landing by its query and the referrer's host; the registrable domain as the edge would work it out. */
function landing(query: string, referrer?: string, domain = referrer?.replace(/^www\./, "")): Landing {
  const parameters = Object.fromEntries(new URLSearchParams(query));
  return aLanding({ query: parameters, referrerHost: referrer, referrerDomain: domain });
}

type Row = readonly [
  query: string,
  referrer: string | undefined,
  Channel,
  source: string,
  medium: string,
  rule: string,
];

const clickIds: readonly Row[] = [
  ["gclid=x&utm_source=google&utm_medium=cpc", "www.google.com", "paid_search", "google", "cpc", "click_id_gclid"],
  ["gbraid=x", undefined, "paid_search", "google", "cpc", "click_id_gbraid"],
  ["wbraid=x", undefined, "paid_search", "google", "cpc", "click_id_wbraid"],
  ["msclkid=x", "www.bing.com", "paid_search", "bing", "cpc", "click_id_msclkid"],
  ["yclid=x", "yandex.ru", "paid_search", "yandex", "cpc", "click_id_yclid"],
  ["dclid=x", "ad.doubleclick.net", "paid_other", "google", "display", "click_id_dclid"],
  ["ttclid=x", undefined, "paid_social", "tiktok", "paid_social", "click_id_ttclid"],
  ["li_fat_id=x", "www.linkedin.com", "paid_social", "linkedin", "paid_social", "click_id_li_fat_id"],
  ["twclid=x", "t.co", "paid_social", "x", "paid_social", "click_id_twclid"],
  ["fbclid=x", undefined, "organic_social", "facebook", "social", "click_id_fbclid"],
  ["fbclid=x", "www.google.com", "organic_search", "google", "organic", "referrer_search"],
  [
    "fbclid=x&utm_source=fb&utm_medium=paid_social",
    "l.facebook.com",
    "paid_social",
    "facebook",
    "paid_social",
    "utm_paid_social",
  ],
  ["gclid=", "www.google.com", "organic_search", "google", "organic", "referrer_search"],
];

const ownersWords: readonly Row[] = [
  ["utm_source=google&utm_medium=cpc", undefined, "paid_search", "google", "cpc", "utm_paid_search"],
  ["utm_source=AdWords&utm_medium=PPC", undefined, "paid_search", "google", "ppc", "utm_paid_search"],
  ["utm_source=bing&utm_medium=cpc", undefined, "paid_search", "bing", "cpc", "utm_paid_search"],
  ["utm_source=ig&utm_medium=cpc", undefined, "paid_social", "instagram", "cpc", "utm_paid_social"],
  ["utm_source=radio-site&utm_medium=cpc", undefined, "paid_other", "radio-site", "cpc", "utm_paid_other"],
  ["utm_source=google&utm_medium=display", undefined, "paid_other", "google", "display", "utm_display"],
  ["utm_source=not-linkedin", "www.linkedin.com", "campaign", "not-linkedin", "(not set)", "utm_campaign"],
  ["utm_source=linkedin", undefined, "organic_social", "linkedin", "(not set)", "utm_social"],
  ["utm_source=June%20News&utm_medium=e-mail", "mail.google.com", "email", "june news", "e-mail", "utm_email"],
  ["utm_source=newsletter", undefined, "email", "newsletter", "(not set)", "utm_email"],
  ["utm_source=chatgpt.com", undefined, "ai_assistant", "chatgpt", "(not set)", "utm_assistant"],
  ["utm_source=google&utm_medium=organic&utm_campaign=gmb", "www.google.com", "maps", "google", "organic", "utm_maps"],
  ["utm_source=gbp&utm_medium=organic", undefined, "maps", "google maps", "organic", "utm_maps"],
  ["utm_source=google&utm_medium=organic", undefined, "organic_search", "google", "organic", "utm_search"],
  ["utm_source=flyer&utm_medium=qr", undefined, "campaign", "flyer", "qr", "utm_campaign"],
  ["utm_campaign=spring", undefined, "campaign", "(not set)", "(not set)", "utm_campaign"],
];

const referrers: readonly Row[] = [
  ["", "www.google.co.uk", "organic_search", "google", "organic", "referrer_search"],
  ["", "uk.search.yahoo.com", "organic_search", "yahoo", "organic", "referrer_search"],
  ["", "duckduckgo.com", "organic_search", "duckduckgo", "organic", "referrer_search"],
  ["", "l.instagram.com", "organic_social", "instagram", "social", "referrer_social"],
  ["", "t.co", "organic_social", "x", "social", "referrer_social"],
  ["", "com.linkedin.android", "organic_social", "linkedin", "social", "referrer_social"],
  ["", "gemini.google.com", "ai_assistant", "gemini", "referral", "referrer_assistant"],
  ["", "www.perplexity.ai", "ai_assistant", "perplexity", "referral", "referrer_assistant"],
  ["", "maps.google.com", "maps", "google maps", "maps", "referrer_maps"],
  ["", "maps.apple.com", "maps", "apple maps", "maps", "referrer_maps"],
  ["", "mail.google.com", "email", "gmail", "email", "referrer_mail"],
  ["", "docs.google.com", "referral", "docs.google.com", "referral", "referrer_service"],
  ["", "www.bbc.co.uk", "referral", "bbc.co.uk", "referral", "referrer_other"],
  ["", "google.com.evil.example", "referral", "google.com.evil.example", "referral", "referrer_other"],
  ["", "notgoogle.com", "referral", "notgoogle.com", "referral", "referrer_other"],
  ["", "googleads.g.doubleclick.net", "paid_other", "google ads", "display", "referrer_ads"],
  ["", "www.paypal.com", "direct", "(direct)", "(none)", "payment_return"],
  ["", undefined, "direct", "(direct)", "(none)", "direct"],
];

describe.each([
  ["click ids", clickIds],
  ["what the owner wrote", ownersWords],
  ["referrers", referrers],
] as const)("%s", (_name, rows) => {
  test.each(rows)("?%s from %s is %s: %s / %s by %s", (query, referrer, channel, source, medium, rule) => {
    const touch = readTouch(landing(query, referrer));

    expect([touch.channel, touch.source, touch.medium, touch.rule]).toEqual([channel, source, medium, rule]);
  });
});

test("a sub-domain of the same site is no referral, and a campaign on an inner link still counts", () => {
  const inner = landing("", "shop.plumber.example", "plumber.example");

  expect(readTouch(inner)).toMatchObject({ channel: "direct", rule: "self_referral" });
  expect(readTouch({ ...inner, query: { utm_source: "flyer" } })).toMatchObject({ rule: "utm_campaign" });
});

test("sites without a registrable domain are told apart by their address", () => {
  const local = { host: "127.0.0.1", domain: undefined };
  const from = (referrerHost: string) => aLanding({ ...local, referrerHost, referrerDomain: undefined });

  expect(readTouch(from("127.0.0.1")).rule).toBe("self_referral");
  expect(readTouch(from("127.0.0.2"))).toMatchObject({ rule: "referrer_other", source: "127.0.0.2" });
});

test("a path that contains google is no search: the path is never looked at", () => {
  const referred = landing("", "www.plumber-reviews.example", "plumber-reviews.example");

  expect(readTouch({ ...referred, path: "/our-google-review/utm_source=google" }).channel).toBe("referral");
});

test("campaign and keyword are told as written, without outer spaces; an empty one is absent", () => {
  const touch = readTouch(landing("gclid=x&utm_campaign=%20Spring%20&utm_term=caf%C3%A9%20%F0%9F%9B%A0"));

  expect(touch).toMatchObject({ campaign: "Spring", keyword: "café 🛠", clickId: "gclid" });
  expect(readTouch(landing("utm_source=x&utm_term="))).toMatchObject({ keyword: undefined, clickId: undefined });
});

test("rubbish in the query and the referrer gives an answer, never a crash, and always a published rule", () => {
  const names = new Set(channelRules.map(({ name }) => name));
  const query = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("utm_source", "gclid", "__proto__")), fc.string());
  fc.assert(
    fc.property(query, fc.option(fc.string(), { nil: undefined }), (parameters, referrerHost) => {
      const touch = readTouch(aLanding({ query: parameters, referrerHost }));
      expect(names.has(touch.rule)).toBe(true);
      expect(touch.source).not.toBe("");
    }),
  );
});

test("the last rule fits every landing, and every rule can be the one that fires", () => {
  expect(channelRules.at(-1)?.when).toEqual({});
  for (const rule of channelRules) {
    const { anyParam = [], utm = {}, referrer, internal } = rule.when;
    const query = Object.fromEntries([
      ...anyParam.slice(0, 1).map((name) => [name, "a value"]),
      ...Object.entries(utm).map(([name, values]) => [`utm_${name}`, values?.[0] ?? ""]),
    ]);
    const referrerHost = internal ? "plumber.example" : referrer && (referrer[0] ?? "elsewhere.example");
    expect(nameChannel(aLanding({ query, referrerHost, referrerDomain: referrerHost })), rule.name).toBe(rule);
  }
});
