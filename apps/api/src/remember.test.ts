import { expect, test } from "vitest";
import { remember } from "./remember.ts";

test("a value is worked out once, until so many others were asked for", () => {
  const made: string[] = [];
  const shout = remember(2, (word: string) => {
    made.push(word);
    return word.toUpperCase();
  });

  expect(["a", "a", "b", "a", "c", "b", "a"].map(shout)).toEqual(["A", "A", "B", "A", "C", "B", "A"]);
  expect(made).toEqual(["a", "b", "c", "a"]);
});
