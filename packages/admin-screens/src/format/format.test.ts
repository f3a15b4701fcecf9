import { describe, expect, test } from "vitest";
import { formatLength } from "./format-length.ts";
import { formatPhone } from "./format-phone.ts";
import { formatShare } from "./format-share.ts";
import { formatAgo } from "./format-time.ts";

test.each([
  [0, "0:00"],
  [7_999, "0:07"],
  [750_000, "12:30"],
  [3_727_000, "1:02:07"],
  [-5, "0:00"],
])("%d ms reads %s", (ms, shown) => {
  expect(formatLength(ms)).toBe(shown);
});

test.each([
  ["a North American number gets its brackets", "+14155550101", "(415) 555-0101"],
  ["another country's stays as it is", "+493012345678", "+493012345678"],
  ["a masked one stays masked", "+1•••••••••01", "+1•••••••••01"],
])("%s", (_why, e164, shown) => {
  expect(formatPhone(e164)).toBe(shown);
});

test.each([
  ["whole per cent", 0.826, "83%"],
  ["nearly nothing is not nothing", 0.001, "<1%"],
  ["nearly certain is not certain", 0.999, ">99%"],
  ["certain", 1, "100%"],
  ["nothing", 0, "0%"],
])("%s: %d reads %s", (_why, share, shown) => {
  expect(formatShare(share, "en")).toBe(shown);
});

describe("how long ago", () => {
  const now = Date.UTC(2026, 10, 24, 12);

  test.each([
    ["a second", 1_000, "1 second ago"],
    ["three minutes", 185_000, "3 minutes ago"],
    ["yesterday", 86_400_000, "yesterday"],
    ["a clock that runs ahead is now", -5_000, "now"],
  ])("%s", (_why, ago, shown) => {
    expect(formatAgo(now - ago, now, "en")).toBe(shown);
  });

  test("a week and more is a date", () => {
    expect(formatAgo(now - 8 * 86_400_000, now, "en")).toBe("Nov 16, 2026");
  });

  test("words follow the locale", () => {
    expect(formatAgo(now - 185_000, now, "de")).toBe("vor 3 Minuten");
  });
});
