import { expect, test } from "vitest";
import { aDecision } from "../../testing/index.ts";
import {
  chooseAnnouncement,
  defaultAnnouncement,
  mannerOf,
  questionWords,
  shippedWordings,
  shortWords,
} from "./index.ts";

const defective = aDecision({ detail: { ...aDecision().detail, wordingDefect: true } });
const vague = { ...defaultAnnouncement, text: "This call may be recorded.", refusalKey: "5" };

test('a place that rejects "may be recorded" gets the shipped, definite wording with the owner\'s key', () => {
  expect(chooseAnnouncement(vague, [], aDecision())).toBe(vague);
  expect(chooseAnnouncement(vague, [], defective)).toMatchObject({ text: shippedWordings.en.text, refusalKey: "5" });
  expect(chooseAnnouncement(defaultAnnouncement, [], defective)).toBe(defaultAnnouncement);
});

test("a wording for the place that governs comes before the usual one", () => {
  const norsk = { ...defaultAnnouncement, text: "Samtalen blir tatt opp.", language: "nb-NO" };
  const governing = { ...aDecision().governing, place: "NO" };

  expect(
    chooseAnnouncement(defaultAnnouncement, [{ place: "NO", announcement: norsk }], aDecision({ governing })),
  ).toBe(norsk);
});

test("whether a notice is definite is read in it, unless the owner says", () => {
  expect(mannerOf({ text: "This call may be recorded." })).toBe("may_be");
  expect(mannerOf({ text: "Esta llamada puede ser grabada." })).toBe("may_be");
  expect(mannerOf({ text: "Samtalen kan bli tatt opp." })).toBe("may_be");
  expect(mannerOf(defaultAnnouncement)).toBe("is");
  expect(mannerOf({ text: "In May we record all calls.", manner: "is" })).toBe("is");
});

test("the sentence and the question come in the announcement's language", () => {
  const spanish = { ...defaultAnnouncement, language: "es-MX" };

  expect(shortWords(spanish)).toBe(shippedWordings.es.short);
  expect(questionWords(spanish)).toBe(shippedWordings.es.question);
  expect(shortWords({ ...spanish, language: "fr-CA" })).toBe(shippedWordings.en.short);
});
