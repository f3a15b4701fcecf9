import type { CreditReportShown, ReportRowShown } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { mostCalls, setSideBySide } from "./side-by-side.ts";

const aRow = (name: string | undefined, mean: number, kind: ReportRowShown["kind"] = "named"): ReportRowShown => ({
  kind,
  ...(name === undefined ? {} : { name }),
  calls: { mean },
  value: { mean: 0 },
  clicks: 0,
  impressions: 0,
});
const aReport = (rows: ReportRowShown[]): CreditReportShown => ({
  by: "channel",
  model: "first",
  from: "2026-11-01",
  to: "2026-11-02",
  timeZone: "UTC",
  rows,
  total: { calls: 4, value: 0, cost: 0 },
  otherCurrencies: [],
});

test("a channel that only one model credits has a row, and no credit gets lost", () => {
  const rows = setSideBySide([
    aReport([aRow("paid_search", 3), aRow(undefined, 1, "nobody")]),
    aReport([aRow("email", 2), aRow("paid_search", 1), aRow(undefined, 1, "nobody")]),
    aReport([aRow("paid_search", 4)]),
  ]);

  expect(rows.map(({ name, calls }) => [name, ...calls.map((estimate) => estimate?.mean)])).toEqual([
    ["paid_search", 3, 1, 4],
    [undefined, 1, 1, undefined],
    ["email", undefined, 2, undefined],
  ]);
  expect(mostCalls(rows)).toBe(4);
  expect(mostCalls([])).toBe(1);
});
