import type { E164 } from "./phone-number.ts";
import { digits, money, separators, wordSigns } from "./signs-of-numbers.ts";

/**
 * How a number may be written on a page. `country`: the digits of its country code. `national`: those after it. `find`: a
 * regular expression (flags `gu`) for every way of writing it, with one group: what may stand before the national digits.
 */
export interface WrittenNumber {
  readonly e164: E164;
  readonly country: string;
  readonly national: string;
  readonly find: string;
}

// Country codes are prefix-free (ITU-T E.164 list): 1 and 7 have one digit, these have two, all others three.
const countryCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

// In links a space is encoded.
const between = `(?:%20|[${separators}]){0,4}`;

// The letters of a telephone's keys (ITU-T E.161). Capitals only: "we sold 800 flowers" is no number.
const keys = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

const word = `[${wordSigns}]`;
const digit = `[${digits}]`;

/** What must not stand before and behind a number. Made for the flags `gu`. */
export const numberEdges: readonly [before: string, behind: string] = [
  // (A slash is escaped already, or the browser keeps a second copy of each pattern.)
  // A digit, letter or sign touching the number makes it part of something else: an SKU, a price, a date, an id, an
  // address, another country's number. A space before it is fine ("open 24/7 415-555-0100"), but bare digits
  // beside a price's sign are a price.
  `(?:(?<=wa\\.me\\/|[?&]phone=)|(?<![${wordSigns}${money}_#=@&?\\\\]|[^:/]\\/|${word}-|${digit}[.,:]|[${money}]\\s(?=${digit}{9})|\\+[\\d\\s().\\-]*))`,
  // An extension may touch it; in a link, so may a pause, a parameter or the text of a message.
  `(?:(?<=^[a-zA-Z]{3,8}:[^,;?&#]*)(?=[,;?&#*pwx]|$)|(?!(?![xX]\\s?\\d|[eE]xt)[${wordSigns}${money}_=@%]|[.,:/]${digit}|-${word}|(?<=${digit}{9})\\s[${money}]))`,
];

/** Says how a number may be written: in any grouping its country knows, in Arabic, Persian or full-width digits too. */
export function writtenNumber(e164: E164): WrittenNumber {
  const country = countryCode.exec(e164)?.[1] ?? "";
  const national = e164.slice(1 + country.length);
  const code = [...country].map(digitPattern).join("");
  const international = `(?:(?:[+\\uff0b]|00|011)${between})?${code}${between}`;
  if (country === "1") {
    return { e164, country, national, find: `((?:${international})?)${northAmerican(national)}` };
  }
  // Groups differ, and a trunk prefix may come first: 8 in Russia and Kazakhstan, else 0.
  const trunk = `${digitPattern(country === "7" ? "8" : "0")}${between}`;
  const all = [...national].map(digitPattern).join(between);
  return { e164, country, national, find: `((?:${international})?(?:${trunk})?)${all}` };
}

/** Groups of 3, 3 and 4, or a word after the first: 1-800-FLOWERS, which may be longer than the number. */
function northAmerican(national: string): string {
  const patterns = [...national].map(digitPattern);
  const [area, exchange, line] = [patterns.slice(0, 3), patterns.slice(3, 6), patterns.slice(6)].map((each) =>
    each.join(""),
  );
  const letters = Array.from(national.slice(3), (digit) => `[${digit}${keys[Number(digit)]}]`).join(between);
  return `${area}${between}(?:${exchange}${between}${line}|(?=[\\d\\W]{0,6}[A-Z])${letters}(?:(?<=[A-Z])[A-Z]{0,4})?)`;
}

/** A digit in ASCII, Arabic, Persian and full-width writing. In ASCII: one wider sign doubles the room that a browser keeps for each copy of the pattern. */
function digitPattern(digit: string): string {
  const other = [0x660, 0x6f0, 0xff10].map((zero) => `\\u${(zero + Number(digit)).toString(16).padStart(4, "0")}`);
  return `[${digit}${other.join("")}]`;
}
