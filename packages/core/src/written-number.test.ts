import fc from "fast-check";
import { expect, test } from "vitest";
import { numberEdges, parseE164, writtenNumber, type E164 } from "./index.ts";

/** A number the test knows to be one. */
function aNumber(text: string): E164 {
  const parsed = parseE164(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const [before, behind] = numberEdges;
const findIn = (e164: string, text: string): RegExpExecArray | null =>
  new RegExp(`${before}(?:${writtenNumber(aNumber(e164)).find})${behind}`, "gu").exec(text);

test.each([
  ["+14155550100", "1"],
  ["+442079460000", "44"],
  ["+4930123456", "49"],
  ["+78005550100", "7"],
  ["+353123456789", "353"],
  ["+972501234567", "972"],
])("%s has the country code %s", (e164, country) => {
  expect(writtenNumber(aNumber(e164)).country).toBe(country);
});

test.each([
  ["a bare number has no prefix", "+14155550100", "415-555-0100", ""],
  ["the country code is prefix", "+14155550100", "+1 (415) 555-0100", "+1 ("],
  ["so is the trunk zero", "+442079460000", "+44 (0)20 7946 0000", "+44 (0)"],
  ["so is Russia's eight", "+78005550100", "8 (800) 555-01-00", "8 ("],
])("%s", (_promise, e164, text, prefix) => {
  const [written = "", found] = findIn(e164, text) ?? [];

  expect(found).toBe(prefix);
  expect(text).toContain(written);
});

test.each([
  ["bare digits after a price's sign are a price", "$ 4155550100", false],
  ["so are bare digits before one", "4155550100 €", false],
  ["what is written as a phone number is one, whatever it costs", "415-555-0100 € 0.14/min", true],
])("%s", (_promise, text, isFound) => {
  expect(findIn("+14155550100", text) !== null).toBe(isFound);
});

test("however its digits are grouped by spaces, a number outside North America is found whole", () => {
  const cuts = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(fc.bigInt({ min: 2_000_000_000n, max: 9_999_999_999n }), cuts, (digits, spaces) => {
      const written = [...String(digits)]
        .map((digit, index) => (spaces[index] ? `${digit} ` : digit))
        .join("")
        .trim();
      expect(findIn(`+44${digits}`, `Tel. 0${written}.`)?.[0].trim()).toBe(`0${written}`);
    }),
  );
});

test("no other number is ever found", () => {
  const national = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 });
  fc.assert(
    fc.property(national, national, (one, other) => {
      fc.pre(one !== other);
      expect(findIn(`+1${one}`, `Call ${other} or +1${other}`)).toBeNull();
    }),
  );
});
