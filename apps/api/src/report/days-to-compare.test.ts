import { expect, test } from "vitest";
import { daysAsked, daysBefore } from "./days-to-compare.ts";

test.each([
  ["the last thirty days end today", { days: 30 }, { from: "2026-10-28", to: "2026-11-26" }],
  ["one day is today", { days: 1 }, { from: "2026-11-26", to: "2026-11-26" }],
  ["days that are named", { days: 30, from: "2026-01-01", to: "2026-01-31" }, { from: "2026-01-01", to: "2026-01-31" }],
  ["a first day alone goes on until today", { days: 30, from: "2026-11-01" }, { from: "2026-11-01", to: "2026-11-26" }],
])("%s", (_why, asked, days) => {
  expect(daysAsked(asked, "2026-11-26")).toEqual(days);
});

test.each([
  ["as many days before", "before", "2026-11-01", "2026-11-30", { from: "2026-10-02", to: "2026-10-31" }],
  ["the day before", "before", "2026-03-01", "2026-03-01", { from: "2026-02-28", to: "2026-02-28" }],
  ["a year earlier", "year", "2024-02-29", "2024-03-01", { from: "2023-02-28", to: "2023-03-01" }],
  ["nothing", "none", "2026-11-01", "2026-11-30", undefined],
] as const)("compared with %s", (_why, how, from, to, days) => {
  expect(daysBefore({ from, to }, how)).toEqual(days);
});
