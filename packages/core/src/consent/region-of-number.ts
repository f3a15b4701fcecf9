import type { RuleSet } from "./recording-rule-set.ts";
import { placeNumber } from "./place-number.ts";

/**
 * The region a number was assigned in: the state or province in North America, else the country. Undefined where a
 * code straddles a border, carries no place, or tells no more than the continent: nothing then speaks for any region.
 */
export function regionOfNumber(rules: Pick<RuleSet, "areaCodes" | "callingCodes">, number: string): string | undefined {
  const placed = placeNumber(rules, number);
  const [place, ...more] = placed.ok ? placed.value.places : [];
  if (place === undefined || more.length > 0) return undefined;
  return regionOfPlace(place);
}

/**
 * A place in the words in which regions are compared. Numbers tell states and provinces in the United States and
 * Canada and countries elsewhere, so a place is cut to that; one of those two countries without its part is none.
 */
export function regionOfPlace(place: string): string | undefined {
  const [country = "", part] = place.split("-");
  if (country !== "US" && country !== "CA") return country;
  return part === undefined ? undefined : place;
}
