import { __ } from "@wordpress/i18n";

/** The states and territories of the United States by their ISO 3166-2 endings. Proper names: not translated. */
const states =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,PR Puerto Rico";

const stateNames = new Map(states.split(",").map((entry) => [entry.slice(0, 2), entry.slice(3)]));

/** The name of a place by its ISO 3166 code (`DE`, `US-TX`); a code without a known name is shown as it is. */
export function placeWords(place: string, locale?: string): string {
  if (place === "unknown") return __("an unknown place", "ringtrail");
  if (place === "EU") return __("the European Union", "ringtrail");
  if (place === "US-federal") return __("the United States", "ringtrail");
  const [country = "", part] = place.split("-");
  if (country === "US" && part !== undefined) return stateNames.get(part) ?? place;
  if (!/^[A-Z]{2}$/.test(country)) return place;
  const name = new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(country) ?? country;
  return part === undefined ? name : `${name} (${part})`;
}
