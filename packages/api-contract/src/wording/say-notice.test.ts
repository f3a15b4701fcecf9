import { expect, test } from "vitest";
import { sayNotice } from "./say-notice.ts";

const table: [action: string, facts: Record<string, string | number | boolean>, words: string][] = [
  ["call_flow.set", { newPhones: "0166 0155" }, "Callers of a site reach new phones: they end in 0166, 0155."],
  [
    "limits.changed",
    { mostNumbers: 500, countries: "US LV" },
    "The account's limits were changed: at most 500 numbers, calls forwarded to US LV.",
  ],
  [
    "minutes.limit_passed",
    { minutes: 1_200, most: 1_000 },
    "This month's calls lasted 1200 minutes, more than the 1000 you allowed. Calls go on.",
  ],
  ["something.new", {}, "something new."],
];

test.each(table)("%s is a sentence", (action, facts, words) => {
  expect(sayNotice(action, facts)).toBe(words);
});
