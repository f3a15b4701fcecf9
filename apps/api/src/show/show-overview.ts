import type { OverviewRow, OverviewShown, OverviewTotals } from "@ringtrail/api-contract";
import { estimateOf } from "@ringtrail/core/attribution";
import type { CallOverview, RowOfOverview, TotalsOfDays } from "../report/overview-calls.ts";
import { showEstimate } from "./show-report.ts";

/** An overview in the contract's words: amounts in units of the currency. */
export function showOverview(overview: CallOverview): OverviewShown {
  const { timeZone, currency, others, total, before, days, channelDays, rows } = overview;
  const channelsOf = Map.groupBy(channelDays, ({ day }) => day);
  return {
    timeZone: timeZone ?? "UTC",
    isTimeZoneChosen: timeZone !== undefined,
    ...(currency === undefined ? {} : { currency }),
    otherCurrencies: others.map((sum) => ({
      currency: sum.currency,
      value: sum.valueMicros / 1e6,
      cost: sum.costMicros / 1e6,
    })),
    total: showTotals(total),
    ...(before === undefined ? {} : { before: showTotals(before) }),
    days: days.map(({ day, calls, answered, missed, firstTime, spam }) => ({
      day,
      calls,
      answered,
      missed,
      firstTime,
      spam,
      channels: (channelsOf.get(day) ?? []).map((sum) => ({
        kind: sum.kind,
        ...(sum.name === undefined ? {} : { name: sum.name }),
        calls: showEstimate(estimateOf(sum)),
      })),
    })),
    channels: rows.channel.map(showRow),
    sources: rows.source.map(showRow),
    keywords: rows.keyword.map(showRow),
    landingPages: rows.landing_page.map(showRow),
  };
}

function showTotals(totals: TotalsOfDays): OverviewTotals {
  const { from, to, calls, answered, missed, firstTime, spam, valueMicros, costMicros } = totals;
  const counted = { from, to, calls, answered, missed, firstTime, spam, value: valueMicros / 1e6 };
  if (costMicros === undefined) return counted;
  return { ...counted, cost: costMicros / 1e6, ...(calls === 0 ? {} : { costPerCall: costMicros / 1e6 / calls }) };
}

function showRow({ kind, name, calls, valueMicros, costMicros, costPerCallMicros }: RowOfOverview): OverviewRow {
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    calls: showEstimate(calls),
    value: valueMicros / 1e6,
    ...(costMicros === undefined ? {} : { cost: costMicros / 1e6 }),
    ...(costPerCallMicros === undefined ? {} : { costPerCall: showEstimate(costPerCallMicros, 1e6) }),
  };
}
