import type { SiteConfig } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { findSourceNumbers } from "./find-source.ts";

const numberOf = (name: string) => [{ target: "main", e164: name }];
const config = {
  sources: [
    {
      name: "ads",
      rules: [{ anyParam: ["gclid"] }, { utm: { source: ["google"], medium: ["cpc", "ppc"] } }],
      numbers: numberOf("ads"),
    },
    { name: "search", rules: [{ referrer: ["google.com", "bing.com"] }], numbers: numberOf("search") },
    {
      name: "newsletter",
      rules: [{ utm: { medium: ["email"] }, referrer: ["mail.test"] }],
      numbers: numberOf("newsletter"),
    },
    { name: "partner, without a number", rules: [{ utm: { source: ["partner"] } }], numbers: [] },
    { name: "referral", rules: [{ referrer: [] }], numbers: numberOf("referral") },
    { name: "direct", rules: [{}], numbers: numberOf("direct") },
  ],
} as unknown as SiteConfig;

test.each([
  ["a click id says ads", "?gclid=x", "", "ads"],
  ["so do two UTM words, letter case and spaces aside", "?utm_source=Google&utm_medium=%20PPC", "", "ads"],
  ["one of the two words is not enough", "?utm_source=google", "", "direct"],
  ["the first rule that fits wins, whatever the referrer", "?gclid=x", "https://bing.com/", "ads"],
  ["a search engine's host", "", "https://bing.com/search?q=x", "search"],
  ["a part of it before a dot", "", "https://www.google.com/", "search"],
  ["a host that only ends alike is another site", "", "https://notgoogle.com/", "referral"],
  ["all conditions of one rule must hold", "?utm_medium=email", "https://elsewhere.test/", "referral"],
  ["then they do", "?utm_medium=email", "https://mail.test/", "newsletter"],
  ["a source without a number is not taken for a later one", "?utm_source=partner", "", undefined],
  ["any other site is a referral", "", "https://blog.test/post", "referral"],
  ["nothing at all is direct", "", "", "direct"],
  ["a second page still knows the first one's query", "", "https://shop.test/?gclid=x", "ads"],
  ["a second page knows no more than that: it is not called direct", "", "https://shop.test/", undefined],
  ["nor a referral", "", "https://shop.test/?color=red", undefined],
])("%s", (_promise, search, referrer, expected) => {
  const numbers = findSourceNumbers(config, { search, hostname: "shop.test" }, referrer);

  expect(numbers[0]?.e164).toBe(expected);
});
