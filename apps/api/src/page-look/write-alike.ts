import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * Writes one number the way a page writes another: the same marks between the digits where both have as many, else as
 * its own country writes it.
 */
export function writeAlike(written: string, from: string, to: string): string {
  const parsed = parsePhoneNumberFromString(to);
  const national = parsed?.nationalNumber ?? to.slice(1);
  const usual = parsed?.formatNational() ?? to;
  const former = parsePhoneNumberFromString(from);
  const digits = written.replaceAll(/\D/g, "");
  const isAlike =
    former?.countryCallingCode === parsed?.countryCallingCode &&
    former?.nationalNumber.length === national.length &&
    former?.nationalNumber !== undefined &&
    digits.endsWith(former.nationalNumber) &&
    !/[a-z]/i.test(written);
  if (!isAlike) return usual;
  // From the right, so that a country code or a trunk prefix in front stays as it is.
  let left = national.length;
  return [...written]
    .toReversed()
    .map((sign) => (/\d/.test(sign) && left > 0 ? (national[(left -= 1)] ?? sign) : sign))
    .toReversed()
    .join("");
}
