import type { Factor } from "@ringtrail/core/attribution";
import { expect, test } from "vitest";
import { sayFactor } from "./say-factor.ts";

const words: [words: string, factor: Factor][] = [
  ["Was shown the number 42 seconds before the ring.", { name: "shown_ago", weight: 2, fact: 42_000 }],
  ["Was shown the number 1 second before the ring.", { name: "shown_ago", weight: 2, fact: 1_000 }],
  ["Was shown the number 13 minutes before the ring.", { name: "shown_ago", weight: 0.4, fact: 780_000 }],
  ["Was shown the number 3 days before the ring.", { name: "shown_ago", weight: 0.1, fact: 259_200_000 }],
  ["Tapped the number 4 seconds before the ring.", { name: "tel_tap", weight: 18, fact: 4_000 }],
  ["Did not tap the number.", { name: "tel_tap", weight: 0.8, fact: false }],
  ["Was still on the page when the phone rang.", { name: "still_on_page", weight: 1.6, fact: 2_000 }],
  ["Gave its last sign of life 5 minutes before the ring.", { name: "still_on_page", weight: 0.5, fact: 300_000 }],
  ["The caller's number is from another region than the visit.", { name: "same_region", weight: 0.5, fact: false }],
  ["The caller's number is from the visit's region.", { name: "same_region", weight: 2, fact: "US-CA" }],
  ["The number stands for one source alone.", { name: "source_number", weight: 1, fact: true }],
  ["No other visit was shown this number.", { name: "sole_holder", weight: 1, fact: true }],
  ["Copied the number 20 seconds before the ring.", { name: "copied", weight: 5, fact: 20_000 }],
];

test.each(words)("%s", (sentence, factor) => {
  expect(sayFactor(factor)).toBe(sentence);
});
