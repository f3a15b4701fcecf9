/** The Census Bureau's numbers of states and territories (FIPS 5-2) with their postal letters. */
const letters =
  "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN28MS29MO30MT31NE" +
  "32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA54WV55WI56WY60AS66GU69MP72PR78VI";

const places = new Map(
  [...letters.matchAll(/(\d\d)([A-Z]{2})/g)].map(([, fips = "", two = ""]) => [fips, `US-${two}`]),
);

/** Every place on the map, as ISO 3166-2. */
export const placesOnMap: readonly string[] = [...places.values()].toSorted();

/** The place of a FIPS number; undefined for one that is no state, district or territory. */
export function placeOfFips(fips: string): string | undefined {
  return places.get(fips);
}
