import type { CreditReportShown, ReportRowShown } from "@ringtrail/api-contract";

const aRow = (name: string | undefined, mean: number, over: Partial<ReportRowShown> = {}): ReportRowShown => ({
  kind: "named",
  ...(name === undefined ? {} : { name }),
  calls: { mean, low: Math.max(0, mean - 2), high: mean + 2 },
  value: { mean: 0 },
  clicks: 0,
  impressions: 0,
  ...over,
});

/** A hundred calls as a model shares them out: `first` moves eight of them from direct visits to ads. */
export function aCallReport(asked: URLSearchParams): CreditReportShown {
  const model = asked.get("model") ?? "last_non_direct";
  const moved = model === "first" ? 8 : 0;
  return {
    by: asked.get("by") ?? "channel",
    model,
    from: asked.get("from") ?? "",
    to: asked.get("to") ?? "",
    timeZone: asked.get("timeZone") ?? "UTC",
    rows: [
      aRow("paid_search", 41.5 + moved),
      aRow("organic_search", 27.3),
      aRow("direct", 19.2 - moved),
      aRow(undefined, 7, { kind: "returning" }),
      aRow(undefined, 5, { kind: "nobody" }),
    ],
    total: { calls: 100, value: 0, cost: 0 },
    otherCurrencies: [],
  };
}
