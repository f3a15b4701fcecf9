import { expect, test } from "vitest";
import { readNumberEntry, writeNumberEntry } from "./number-entry.ts";

test.each([
  ["", undefined],
  ["  ", undefined],
  [" 30 ", 30],
  ["1", 1],
  ["3650", 3650],
  ["0", "wrong"],
  ["3651", "wrong"],
  ["-3", "wrong"],
  ["1.5", "wrong"],
  ["soon", "wrong"],
])("what stands in a field as %j is read as %j", (text, expected) => {
  expect(readNumberEntry(text, 1, 3650)).toBe(expected);
});

test("a number that was read is written as it was", () => {
  expect([writeNumberEntry(30), writeNumberEntry(undefined)]).toEqual(["30", ""]);
});
