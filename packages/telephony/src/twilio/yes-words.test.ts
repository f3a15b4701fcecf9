import { expect, test } from "vitest";
import { yesIn, yesWords } from "./yes-words.ts";

test("a language we have no words for is asked in with the English ones, whatever it is called", () => {
  for (const language of ["fr-CA", "", "__proto__", "constructor"]) expect(yesWords(language)).toContain("yes");
  expect(yesWords("es-US")).toContain("acepto");
});

test("a yes begins with a word for it and holds no refusal", () => {
  expect(yesIn("Sí, claro.")).toBe("sí");
  expect(yesIn("yes, but do not record me")).toBeUndefined();
  expect(yesIn("the yes is in the middle")).toBeUndefined();
});
