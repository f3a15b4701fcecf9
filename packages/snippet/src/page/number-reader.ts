/** A number that may stand on the page, and the target number it stands for. */
export interface PageNumber {
  readonly target: string;
  readonly e164: string;
}

/** A number found in a text: `text.slice(start, end)` is the number as the page writes it, without its extension. */
export interface Match {
  readonly number: PageNumber;
  readonly start: number;
  readonly end: number;
}

/** Finds the numbers it was made for in a text, and nothing else. */
export type NumberReader = (text: string) => readonly Match[];

// What people put between digits: spaces of every width, brackets, dots, slashes, dashes, marks that cannot be seen, the
// minus sign, and in links an encoded space.
const between = "(?:%20|[\\s()./\\p{Pd}\\p{Cf}\\u2212]){0,4}";

// Country codes are prefix-free (ITU-T E.164 list): 1 and 7 have one digit, these have two, all others three.
const countryCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

// A digit, letter or sign touching the number makes it part of something else: an SKU, a price, a date, an id, an
// address, another country's number. A space before it is fine: "open 24/7 415-555-0100".
const word = "[\\p{L}\\p{N}]";
const before = `(?<![\\p{L}\\p{N}\\p{Sc}_#=@&?\\\\]|[^:/]/|${word}-|\\p{N}[.,:]|\\+[\\d\\s().\\-]*)`;
const behind = `(?!(?!(?:x|ext)\\.?\\s?\\d)[\\p{L}\\p{N}\\p{Sc}_=@%]|[.,:/]\\p{N}|-${word})`;

/** Splits a number in E.164 into country code and national digits. */
export function splitE164(e164: string): readonly [country: string, national: string] {
  const country = countryCode.exec(e164)?.[1] ?? "";
  return [country, e164.slice(1 + country.length)];
}

/** Makes the reader for a page's numbers, of which there must be one: one pass over a text for all of them. */
export function numberReader(numbers: readonly PageNumber[]): NumberReader {
  const each = numbers.map(({ e164 }) => `(${patternOf(e164)})`).join("|");
  const pattern = new RegExp(`${before}(?:${each})${behind}`, "giu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, index: start, ...groups }) => {
      const number = numbers.find((_, index) => (groups as readonly string[])[index + 1]);
      return number ? { number, start, end: start + written.length } : [];
    });
}

function patternOf(e164: string): string {
  const [country, national] = splitE164(e164);
  const prefix = `(?:(?:(?:\\+|00|011)${between})?${country}${between})?`;
  // North American numbers are written in groups of 3, 3 and 4; elsewhere groups differ and a trunk 0 may come first.
  if (country === "1") return prefix + [national.slice(0, 3), national.slice(3, 6), national.slice(6)].join(between);
  return `${prefix}(?:${country === "7" ? 8 : 0}${between})?${[...national].join(between)}`;
}
