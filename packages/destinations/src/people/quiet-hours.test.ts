import { expect, test } from "vitest";
import { hour, minute } from "@ringtrail/core";
import { quietLeft } from "./quiet-hours.ts";

const night = { from: "20:00", to: "07:00" };

test.each([
  ["before the night", night, "19:59", 0],
  ["as it begins", night, "20:00", 11 * hour],
  ["in the small hours", night, "02:30", 4.5 * hour],
  ["a minute before its end", night, "06:59", minute],
  ["as it ends", night, "07:00", 0],
  ["over lunch", { from: "12:00", to: "13:00" }, "12:15", 45 * minute],
  ["with equal ends", { from: "12:00", to: "12:00" }, "12:00", 0],
])("%s", (_when, quiet, now, left) => {
  const [hours = 0, minutes = 0] = now.split(":").map(Number);
  expect(quietLeft(quiet, { hour: hours, minute: minutes })).toBe(left);
});
