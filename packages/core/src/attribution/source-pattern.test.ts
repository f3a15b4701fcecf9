import fc from "fast-check";
import { expect, test } from "vitest";
import { sourcePattern, type SourceCondition } from "./index.ts";

const shop = "shop.test";

/** What the script on the page makes of an arrival. */
function arrive(search: string, from: string | undefined, isInternal = false): string {
  return `${new URLSearchParams(search.toLowerCase())}@${isInternal ? "~" : (from ?? "")}`;
}

const fits = (conditions: readonly SourceCondition[], arrival: string): boolean =>
  new RegExp(sourcePattern(conditions)).test(arrival);

const ads: SourceCondition[] = [{ anyParam: ["gclid"] }, { utm: { source: ["google"], medium: ["cpc", "ppc"] } }];
const search: SourceCondition[] = [{ referrer: ["google.com", "bing.com"] }];
const mail: SourceCondition[] = [{ utm: { medium: ["email"] }, referrer: ["mail.test"] }];

test.each<[promise: string, conditions: SourceCondition[], arrival: string, expected: boolean]>([
  ["a click id says ads", ads, arrive("?gclid=x", undefined), true],
  ["wherever it stands in the query", ads, arrive("?a=1&gclid=x&b=2", "bing.com"), true],
  ["a parameter that only ends like it is another", ads, arrive("?my_gclid=x", undefined), false],
  ["so do two UTM words, letter case and spaces aside", ads, arrive("?utm_source=Google&utm_medium=%20PPC+", ""), true],
  ["one of the two words is not enough", ads, arrive("?utm_source=google", ""), false],
  ["a longer word is another", ads, arrive("?utm_source=google2&utm_medium=cpc", ""), false],
  ["a search engine's host", search, arrive("", "bing.com"), true],
  ["a part of it before a dot", search, arrive("", "www.google.com"), true],
  ["a host that only ends alike is another site", search, arrive("", "notgoogle.com"), false],
  ["a dot is a dot", search, arrive("", "googlexcom"), false],
  ["all conditions of one rule must hold", mail, arrive("?utm_medium=email", "elsewhere.test"), false],
  ["then they do", mail, arrive("?utm_medium=email", "mail.test"), true],
  ["any other site", [{ referrer: [] }], arrive("", "blog.test"), true],
  ["no site is no other site", [{ referrer: [] }], arrive("", undefined), false],
  ["a page of this site is no other site", [{ referrer: [] }], arrive("", shop, true), false],
  ["no conditions fit every arrival", [{}], arrive("", undefined), true],
  ["but not a second page: where it came from nobody knows", [{}], arrive("", shop, true), false],
  ["a second page still knows the first one's query", ads, arrive("?gclid=x", shop, true), true],
  ["a host in the query is no referrer", search, arrive("?x=@bing.com", undefined), false],
  [
    "a word that must be encoded",
    [{ utm: { campaign: ["50% off & more"] } }],
    arrive("?utm_campaign=50%25+Off+%26+more", ""),
    true,
  ],
])("%s", (_promise, conditions, arrival, expected) => {
  expect(fits(conditions, arrival)).toBe(expected);
});

test("whatever the words, a pattern finds exactly the arrival that says one of them", () => {
  const text = fc.string({ maxLength: 12 }).map((one) => one.toLowerCase().trim());
  fc.assert(
    fc.property(text, text, (word, said) => {
      // Lower-casing may change what was encoded; browsers and we do it before encoding.
      fc.pre(word.toLowerCase() === word && !/\s/.test(word.replaceAll(" ", "")));
      const arrival = `${new URLSearchParams({ utm_source: said })}@`;
      expect(fits([{ utm: { source: [word] } }], arrival)).toBe(word === said);
    }),
  );
});
