import { recordingMeans } from "@ringtrail/core/consent";
import { expect, test } from "vitest";
import { sayConsidered, sayGoverning, sayReading } from "./say-considered.ts";
import { meansInShort } from "./say-means.ts";

const name = (place: string): string => (place === "US-WA" ? "Washington" : place);

test("a caller nobody can place is said to be unknown, not left out", () => {
  const unknown = { party: "caller", evidence: "none", place: "unknown", rule: "unknown" } as const;

  expect(sayConsidered({ ...unknown, alone: "announce", law: "announce" }, name)).toBe(
    "An unknown place, where the caller may be (nothing says where): alone it asks for an announcement.",
  );
});

test("what governs is the law of a place, a rule of ours, or what stopped the recording", () => {
  const governing = { place: "US-WA", party: "caller", evidence: "number" } as const;

  expect(sayGoverning({ ...governing, rule: "law" }, name)).toBe(
    "The law of Washington decides: where the caller may be.",
  );
  expect(sayGoverning({ ...governing, rule: "unknown_is_strict" }, name)).toContain("A rule of ours decides");
  expect(sayGoverning({ ...governing, rule: "caller_refused" }, name)).toContain("The caller refused.");
});

test("both readings of whose law counts can be told apart", () => {
  expect(sayReading("placeOfRecording", "silent")).not.toBe(sayReading("callerLaw", "silent"));
});

test("every answer has a short name of its own", () => {
  expect(new Set(recordingMeans.map((means) => meansInShort[means])).size).toBe(recordingMeans.length);
});
