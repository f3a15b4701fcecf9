import { expect, test } from "vitest";
import { anEmptyOverview, anOverview } from "../../testing/sample-overview.ts";
import { chartPoints, mostSeries, seriesOf } from "./chart-data.ts";

test("every day is a point, the days without a call too", () => {
  const points = chartPoints(anEmptyOverview("2026-11-26"));

  expect(points).toHaveLength(30);
  expect(points[0]).toMatchObject({ from: "2026-10-28", to: "2026-10-28", calls: 0, by: {} });
  expect(points.at(-1)?.from).toBe("2026-11-26");
});

test("points add up to the calls, however many days one of them is about", () => {
  const month = anOverview("2026-11-26");
  for (const from of ["2026-10-28", "2026-07-01", "2025-12-01"]) {
    const points = chartPoints({ ...month, total: { ...month.total, from } });
    expect(points.reduce((sum, { calls }) => sum + calls, 0)).toBe(month.total.calls);
  }
});

test("long times are told by the week, and a year by the month", () => {
  const month = anOverview("2026-11-26");
  const spans = (from: string) => chartPoints({ ...month, total: { ...month.total, from } });

  expect(
    spans("2026-07-01")
      .map(({ from }) => from)
      .slice(0, 3),
  ).toEqual(["2026-07-01", "2026-07-06", "2026-07-13"]);
  expect(spans("2025-12-01")).toHaveLength(12);
  expect(spans("2025-12-01").at(-1)).toMatchObject({ from: "2026-11-01", to: "2026-11-26" });
});

test("what is uncertain of a week is less than its days' doubts laid end to end", () => {
  const day = (name: string) => ({
    day: name,
    calls: 10,
    answered: 10,
    missed: 0,
    firstTime: 0,
    spam: 0,
    channels: [{ kind: "named" as const, name: "direct", calls: { mean: 5, low: 1, high: 8 } }],
  });
  const overview = anEmptyOverview("2026-11-26");
  const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map(day);

  const last = chartPoints({ ...overview, days, total: { ...overview.total, from: "2026-07-01" } }).at(-1);

  expect(last?.by["named direct"]).toEqual({ mean: 20, low: 12, high: 26 });
});

test("the lines are the channels most calls are expected of, and whoever had no visit has lines too", () => {
  const series = seriesOf(anOverview("2026-11-26"));

  expect(series).toHaveLength(mostSeries);
  expect(series[0]).toEqual({ key: "named paid_search", kind: "named", name: "paid_search" });
  expect(series.map(({ key }) => key)).toContain("returning");
});
