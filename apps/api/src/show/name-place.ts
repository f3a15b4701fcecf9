import type { RuleSet } from "@ringtrail/core/consent";
import type { NameOfPlace } from "@ringtrail/api-contract";

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** Names places as the law does; a country without a rule by its English name, and anything else by its code. */
export function placeNames(law: Pick<RuleSet, "places"> | undefined): NameOfPlace {
  return (place) =>
    law?.places.get(place)?.name ?? (/^[A-Z]{2}$/.test(place) ? countries.of(place) : undefined) ?? place;
}
