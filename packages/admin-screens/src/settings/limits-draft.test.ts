import { expect, test } from "vitest";
import { draftLimits, readLimits } from "./limits-draft.ts";

const limits = {
  mostNumbers: 20,
  restDays: 30,
  mostRent: { cents: 4_050, currency: "USD" },
  mostMinutes: 5_000,
  countries: ["US", "CA"],
};

test("limits that nobody changed are read as they were", () => {
  expect(readLimits(draftLimits(limits))).toEqual(limits);
  expect(readLimits(draftLimits({ mostNumbers: 0, restDays: 0 }))).toEqual({ mostNumbers: 0, restDays: 0 });
});

test.each([
  [{ mostNumbers: "" }, "mostNumbers"],
  [{ mostNumbers: "many" }, "mostNumbers"],
  [{ mostRent: "4 dollars" }, "mostRent"],
  [{ mostRent: "4", currency: "dollars" }, "mostRent"],
  [{ mostMinutes: "1.5" }, "mostMinutes"],
  [{ restDays: "366" }, "restDays"],
  [{ countries: "US, Canada" }, "countries"],
])("what is wrong with %j is said beside its field", (typed, field) => {
  expect(readLimits({ ...draftLimits(limits), ...typed })).toBe(field);
});

test("a limit that is cleared is a limit no more, and a comma is as good as a point", () => {
  const draft = { ...draftLimits(limits), mostRent: "12,5", mostMinutes: "", countries: " us  ca" };
  expect(readLimits(draft)).toEqual({
    mostNumbers: 20,
    restDays: 30,
    mostRent: { cents: 1_250, currency: "USD" },
    countries: ["US", "CA"],
  });
});
