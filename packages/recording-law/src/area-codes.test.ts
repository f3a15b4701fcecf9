import { getCountries, getCountryCallingCode, parsePhoneNumberWithError } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import areaCodes from "../law/area-codes.json" with { type: "json" };
import countries from "../law/countries.json" with { type: "json" };
import { rules } from "../testing/rules.ts";

/** The country libphonenumber gives an area code, by trying every exchange; undefined when it knows none. */
function countryOf(area: string): string | undefined {
  for (let exchange = 200; exchange < 1000; exchange += 1) {
    const { country } = parsePhoneNumberWithError(`+1${area}${exchange}0123`);
    if (country !== undefined) return country;
  }
  return undefined;
}

const territories: Readonly<Record<string, string>> = {
  "US-PR": "PR",
  "US-VI": "VI",
  "US-GU": "GU",
  "US-MP": "MP",
  "US-AS": "AS",
};
const notes: Readonly<Record<string, { readonly knownToLibphonenumber: boolean }>> = areaCodes.notes;

test("there are 429 codes of the United States and Canada, 21 of other countries and 30 without a place", () => {
  const meanings = [...rules.areaCodes.values()];
  const ours = meanings.filter(({ places }) => places.some((place) => /^(US|CA)-/.test(place)));

  expect(ours).toHaveLength(429);
  expect(meanings.filter(({ places }) => places.length === 1 && !/^(US|CA)/.test(places[0] ?? ""))).toHaveLength(21);
  expect(meanings.filter(({ places, placeless }) => placeless !== undefined || places[0] === "CA")).toHaveLength(30);
});

test("every area code is in the country libphonenumber gives it, save the new ones it does not know", () => {
  const wrong = [...rules.areaCodes]
    .filter(([area]) => notes[area]?.knownToLibphonenumber !== false)
    .flatMap(([area, { places }]) => {
      const [place] = places;
      if (place === undefined) return [];
      const country = territories[place] ?? place.slice(0, 2);
      const theirs = countryOf(area);
      return theirs === country ? [] : [`${area}: ${country} here, ${theirs} there`];
    });

  expect(wrong).toEqual([]);
});

test("every place an area code or a country stands under has a rule or is a country", () => {
  const named = [...[...rules.areaCodes.values()].flatMap(({ places }) => places), ...rules.memberOf.values()];

  expect(named.filter((place) => !rules.places.has(place) && !rules.countries.has(place))).toEqual([]);
});

test("the calling codes are libphonenumber's", () => {
  const theirs = Object.groupBy(
    getCountries().filter((country) => getCountryCallingCode(country) !== "1"),
    (country) => getCountryCallingCode(country),
  );
  const joined = Object.entries(theirs).map(([code, of = []]) => [code, of.toSorted().join(" ")]);

  expect(countries.callingCodes).toEqual(Object.fromEntries(joined));
});
