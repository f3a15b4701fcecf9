import { expect, test } from "vitest";
import { day, instant } from "../../time.ts";
import type { Conversion } from "./conversion.ts";
import { planConversionSteps, type ToldConversion } from "./plan-conversion-steps.ts";

const now = instant(100 * day);
const reach = { uploadWithinMs: 90 * day, adjustWithinMs: 55 * day };
const usd = (dollars: number) => ({ micros: dollars * 1_000_000, currency: "USD" });

const aConversion = (over: Partial<Conversion> = {}): Conversion => ({
  id: "1",
  call: "call",
  at: instant(99 * day),
  click: { kind: "gclid", id: "click", at: instant(98 * day) },
  visitorKey: "key",
  worth: usd(10),
  saidYes: true,
  caller: undefined,
  ...over,
});

const told = (over: Partial<ToldConversion> = {}): ToldConversion => {
  const { id, call, at, click, worth } = aConversion();
  return { id, call, at, click, worth, state: "told", ...over };
};

const kinds = (wanted: readonly Conversion[], before: readonly ToldConversion[], limits = reach) =>
  planConversionSteps(wanted, before, limits, now).map(({ kind }) => kind);

const cases: [why: string, wanted: Conversion[], before: ToldConversion[], steps: string[]][] = [
  ["a new one is uploaded", [aConversion()], [], ["upload"]],
  ["one that was told is not told again", [aConversion()], [told()], []],
  ["one that was refused is not told again", [aConversion()], [told({ state: "refused" })], []],
  ["another value restates it", [aConversion({ worth: usd(70) })], [told()], ["restate"]],
  ["another currency restates it", [aConversion({ worth: { ...usd(10), currency: "EUR" } })], [told()], ["restate"]],
  ["a value that came later restates it", [aConversion()], [told({ worth: undefined })], ["restate"]],
  ["a value that nobody knows any more changes nothing", [aConversion({ worth: undefined })], [told()], []],
  ["what does not count any more is retracted", [], [told()], ["retract"]],
  ["what was retracted stays retracted", [aConversion()], [told({ state: "retracted" })], []],
  ["what is too old to be uploaded is not", [aConversion({ at: instant(9 * day) })], [], []],
  ["what is too old to be changed is not", [], [told({ at: instant(44 * day) })], []],
];

test.each(cases)("%s", (_why, wanted, before, steps) => {
  expect(kinds(wanted, before)).toEqual(steps);
});

test("a platform that changes nothing afterwards is never asked to", () => {
  const limits = { ...reach, adjustWithinMs: 0 };

  expect(kinds([aConversion({ worth: usd(70) })], [told()], limits)).toEqual([]);
  expect(kinds([], [told()], limits)).toEqual([]);
});
