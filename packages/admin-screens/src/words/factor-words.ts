import type { FactorShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";

/** A reason in words; one this version does not know is shown in the server's own English. `locale` decides how lengths of time are written. */
export function factorWords(factor: FactorShown, locale?: string): string {
  const { name, fact } = factor;
  const ago = typeof fact === "number" ? lengthWords(fact, locale) : String(fact);
  switch (name) {
    case "shown_ago":
      /* translators: %s: a length of time, for example "40 seconds". */
      return sprintf(__("Was shown the number %s before the ring", "ringtrail"), ago);
    case "tel_tap":
      if (fact === false) return __("Did not tap the number", "ringtrail");
      if (fact === true) return __("Tapped the number", "ringtrail");
      /* translators: %s: a length of time, for example "4 seconds". */
      return sprintf(__("Tapped the number %s before the ring", "ringtrail"), ago);
    case "copied":
      /* translators: %s: a length of time, for example "4 seconds". */
      return sprintf(__("Copied the number %s before the ring", "ringtrail"), ago);
    case "still_on_page":
      if (fact === false) return __("Had left the page when the phone rang", "ringtrail");
      if (fact === true) return __("Was still on the page when the phone rang", "ringtrail");
      /* translators: %s: a length of time, for example "12 seconds". */
      return sprintf(__("Was on the page, with a sign of life %s before the ring", "ringtrail"), ago);
    case "same_region":
      return fact === false
        ? __("The caller's number is from another region than the visit", "ringtrail")
        : __("The caller's number is from the visit's region", "ringtrail");
    case "source_number":
      return __("This number stands for one source alone", "ringtrail");
    case "sole_holder":
      return __("No other visit was shown this number", "ringtrail");
    default:
      return factor.words;
  }
}

/** How much a reason counts: `×4` likelier, `÷2` less likely, nothing when it changes nothing. */
export function weightWords(weight: number, locale?: string): string {
  const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  if (weight >= 1.05) return `×${digits.format(weight)}`;
  if (weight > 0 && weight <= 0.95) return `÷${digits.format(1 / weight)}`;
  return weight <= 0 ? "×0" : "";
}

/** A length of time in its largest fitting unit: `40 seconds`, `3 minutes`, `2 hours`. */
export function lengthWords(ms: number, locale?: string): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [unit, count] =
    seconds < 120
      ? ["second", seconds]
      : seconds < 7200
        ? ["minute", Math.round(seconds / 60)]
        : seconds < 172_800
          ? ["hour", Math.round(seconds / 3600)]
          : ["day", Math.round(seconds / 86_400)];
  return new Intl.NumberFormat(locale, { style: "unit", unit: String(unit), unitDisplay: "long" }).format(
    Number(count),
  );
}
