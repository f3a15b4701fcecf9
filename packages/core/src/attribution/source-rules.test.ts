import fc from "fast-check";
import { expect, test } from "vitest";
import { aLanding } from "../../testing/index.ts";
import { channelRules, readTouch, sourceRules, speaksFor } from "./index.ts";
import type { Landing, SourceCondition, SourceWords } from "./index.ts";

const googleAds: SourceWords = { channel: "paid_search", source: "google", medium: "cpc" };
const googleAdsAnyMedium: SourceWords = { ...googleAds, medium: "" };
const googleSearch: SourceWords = { channel: "organic_search", source: "google", medium: "organic" };
const yelp: SourceWords = { channel: "referral", source: "yelp.com", medium: "referral" };
const radio: SourceWords = { channel: "campaign", source: "radio", medium: "" };
const flyer: SourceWords = { channel: "campaign", source: "flyer", medium: "qr" };
const direct: SourceWords = { channel: "direct", source: "(direct)", medium: "(none)" };
const all = [googleAds, googleAdsAnyMedium, googleSearch, yelp, radio, flyer, direct];

/** What the script on the page does with the rules, in the words of the contract (site-config.ts). */
function onPage(sources: readonly SourceWords[], landing: Landing): SourceWords | undefined {
  const fits = ({ anyParam, utm = {}, referrer }: SourceCondition) => {
    const { query, referrerHost: from } = landing;
    const says = Object.entries(utm).every(([name, values]) =>
      values?.includes((query[`utm_${name}`] ?? "").trim().toLowerCase()),
    );
    const comes = from !== undefined && referrer?.some((host) => `.${from}`.endsWith(`.${host}`));
    const isReferred = referrer === undefined || (referrer.length === 0 ? from !== undefined : comes);
    return says && isReferred && (anyParam === undefined || anyParam.some((name) => query[name] !== undefined));
  };
  return sourceRules(sources).find(({ rules }) => rules.some(fits))?.source;
}

const words = fc.constantFrom(
  "google",
  "adwords",
  "fb",
  "radio",
  "flyer",
  "not-linkedin",
  "newsletter",
  "gmb",
  "chatgpt.com",
);
const mediums = fc.constantFrom(
  "cpc",
  "ppc",
  "email",
  "qr",
  "organic",
  "display",
  "social",
  "referral",
  "gmb",
  "other",
);
const ids = fc.constantFrom("gclid", "fbclid", "msclkid", "dclid", "gad_source", "li_fat_id");
const hosts = fc.constantFrom(
  "www.google.com",
  "google.de",
  "docs.google.com",
  "mail.google.com",
  "gemini.google.com",
  "www.yelp.com",
  "elsewhere.example",
  "www.paypal.com",
  "t.co",
  "m.facebook.com",
);
const anyLanding = fc
  .record({
    source: fc.option(words),
    medium: fc.option(mediums),
    campaign: fc.option(fc.constantFrom("spring", "gmb")),
    id: fc.option(ids, { freq: 2 }),
    referrerHost: fc.option(hosts, { nil: undefined }),
  })
  .map(({ source, medium, campaign, id, referrerHost }) => {
    const named = { utm_source: source, utm_medium: medium, utm_campaign: campaign, ...(id && { [id]: "click" }) };
    const query = Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return aLanding({ query, referrerHost, referrerDomain: referrerHost?.split(".").slice(-2).join(".") });
  });
const someSources = fc.subarray(all);

test("a page never shows a source's number to a visit of another source", () => {
  fc.assert(
    fc.property(someSources, anyLanding, (sources, landing) => {
      const shown = onPage(sources, landing);
      expect(shown === undefined || speaksFor(shown, readTouch(landing))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("a visit of a source that has a number is shown it", () => {
  fc.assert(
    fc.property(someSources, anyLanding, (sources, landing) => {
      const expected = sources.some((source) => speaksFor(source, readTouch(landing)));
      expect(onPage(sources, landing) !== undefined).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});

test("a site without source numbers sends no rules, and one for ads alone sends little", () => {
  expect(sourceRules([])).toEqual([]);
  expect(JSON.stringify(sourceRules([googleAds])).length).toBeLessThan(1_500);
  expect(JSON.stringify(sourceRules(all)).length).toBeLessThan(20_000);
});

test("what stands before a source without being one is told in its place, so that it is not taken for it", () => {
  const sources = sourceRules([direct]);

  expect(sources.at(-1)).toEqual({ source: direct, rules: [{}] });
  expect(sources[0]?.source).toBeUndefined();
});

test("a number speaks for a visit of its channel, source and medium, and of any medium when it names none", () => {
  const visit = { ...googleAds, medium: "ppc" };

  expect(speaksFor(googleAds, googleAds)).toBe(true);
  expect(speaksFor(googleAds, visit)).toBe(false);
  expect(speaksFor(googleAdsAnyMedium, visit)).toBe(true);
  expect(speaksFor({ ...visit, channel: "paid_other" }, visit)).toBe(false);
});

test("every host and every word of the rules is lower case and has no outer spaces, as both sides compare them", () => {
  for (const { when } of channelRules) {
    for (const word of [...(when.referrer ?? []), ...Object.values(when.utm ?? {}).flat()]) {
      expect(word).toBe(word?.trim().toLowerCase());
    }
  }
});
