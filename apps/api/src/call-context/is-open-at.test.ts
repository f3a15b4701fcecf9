import { instant } from "@ringtrail/core";
import { expect, test } from "vitest";
import { isOpenAt, isTimeZone } from "./is-open-at.ts";

const office = {
  timeZone: "America/Chicago",
  weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "17:00" })),
  closedOn: ["2026-12-25"],
};
const night = {
  ...office,
  weekly: [
    { day: 5, from: "22:00", to: "24:00" },
    { day: 6, from: "00:00", to: "02:00" },
  ],
};

const moments: [why: string, utc: string, hours: typeof office, open: boolean][] = [
  ["nine in the morning in winter is 15:00 UTC", "2026-01-15T15:00:00Z", office, true],
  ["a minute before nine it is closed", "2026-01-15T14:59:00Z", office, false],
  ["in summer nine o'clock comes an hour earlier", "2026-07-15T14:00:00Z", office, true],
  ["five in the afternoon is closing time", "2026-01-15T23:00:00Z", office, false],
  ["Saturday is closed", "2026-01-17T16:00:00Z", office, false],
  ["a holiday is closed whatever the week says", "2026-12-25T16:00:00Z", office, false],
  ["Friday night goes on after midnight", "2026-01-17T07:30:00Z", night, true],
  ["and ends", "2026-01-17T08:00:00Z", night, false],
  ["a clock nobody knows counts as open", "2026-01-17T16:00:00Z", { ...office, timeZone: "Moon/Crater" }, true],
];

test.each(moments)("%s", (_why, utc, hours, open) => {
  expect(isOpenAt(hours, instant(Date.parse(utc)))).toBe(open);
});

test("a time zone is one this machine knows", () => {
  expect([isTimeZone("Europe/Berlin"), isTimeZone("Berlin")]).toEqual([true, false]);
});
