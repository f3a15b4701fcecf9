import { expect, test } from "vitest";
import { filterWords, without } from "./filter-words.ts";

test("every part of a filter is said, a channel by its name and what was not told as that", () => {
  const filter = {
    from: "2026-11-01",
    to: "2026-11-30",
    channel: "paid_search",
    keyword: "",
    outcome: "missed",
  } as const;

  expect(filterWords(filter, "en").map(({ words }) => words)).toEqual([
    "Nov 1 – Nov 30",
    "Channel: Paid search",
    "Keyword: not told",
    "Missed",
  ]);
});

test("days go together when they are taken off", () => {
  expect(without({ from: "2026-11-01", to: "2026-11-30", source: "google" }, "from")).toEqual({ source: "google" });
  expect(without({ firstTime: "yes", words: "x" }, "firstTime")).toEqual({ words: "x" });
});
