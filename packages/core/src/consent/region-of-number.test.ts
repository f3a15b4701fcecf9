import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/index.ts";
import { regionOfNumber, regionOfPlace } from "./region-of-number.ts";

const rules = aRuleSet({
  areaCodes: new Map([
    ["415", { places: ["US-CA"], placeless: undefined }],
    ["902", { places: ["CA-NS", "CA-PE"], placeless: undefined }],
    ["876", { places: ["JM"], placeless: undefined }],
    ["800", { places: [], placeless: "toll_free" }],
    ["710", { places: ["US"], placeless: undefined }],
  ]),
  callingCodes: new Map([
    ["44", ["GB"]],
    ["7", ["KZ", "RU"]],
  ]),
});

const table: [why: string, number: string, region: string | undefined][] = [
  ["a state by its area code", "+14155550100", "US-CA"],
  ["a code of two provinces tells neither", "+19025550100", undefined],
  ["a country of the American plan", "+18765550100", "JM"],
  ["a number the called party pays for is from nowhere", "+18005550100", undefined],
  ["the United States as a whole are no region", "+17105550100", undefined],
  ["a country by its calling code", "+442079460000", "GB"],
  ["a calling code of two countries tells neither", "+79161234567", undefined],
  ["a code nobody was given", "+19995550100", undefined],
  ["what is no number", "anonymous", undefined],
];

test.each(table)("%s", (_why, number, region) => {
  expect(regionOfNumber(rules, number)).toBe(region);
});

test("a visit's place is told as finely as a number's: parts of two countries, else countries", () => {
  expect(["US-TX", "CA-QC", "GB-ENG", "DE-BY", "FR", "US", "CA"].map(regionOfPlace)).toEqual([
    "US-TX",
    "CA-QC",
    "GB",
    "DE",
    "FR",
    undefined,
    undefined,
  ]);
});
