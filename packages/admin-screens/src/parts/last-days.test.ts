import { expect, test } from "vitest";
import { lastDays } from "./last-days.ts";

test("the last days end with today where the person is, who may have another day than the server", () => {
  const now = Date.parse("2026-11-26T02:00:00Z");

  expect(lastDays(30, now, "UTC")).toEqual({ from: "2026-10-28", to: "2026-11-26", timeZone: "UTC" });
  expect(lastDays(7, now, "America/Los_Angeles")).toEqual({
    from: "2026-11-19",
    to: "2026-11-25",
    timeZone: "America/Los_Angeles",
  });
});
