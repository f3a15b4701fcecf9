import { meansInShort } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { answerKind, answerKinds, answerWords } from "./answer-words.ts";

test.each(["silent", "announce", "active_consent", "do_not_record"] as const)(
  "%s has the server's own words, so that screen and API never differ",
  (means) => {
    expect(answerWords(answerKind(means, false)).words).toBe(meansInShort[means]);
  },
);

test("a notice inside the recording is a kind of its own, and what is not known is the strictest", () => {
  expect(answerKind("announce", true)).toBe("inside");
  expect(answerKind("silent", true)).toBe("silent");
  expect(answerKind("ask_a_judge", false)).toBe("do_not_record");
  expect(new Set(answerKinds.map((kind) => answerWords(kind).words)).size).toBe(answerKinds.length);
});
