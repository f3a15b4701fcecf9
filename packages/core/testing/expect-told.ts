import { expect } from "vitest";
import { estimateOf, keyOf, reportCredit, type Estimate } from "../src/attribution/index.ts";
import type { CallValue, DaysAsked } from "../src/ports/index.ts";
import { creditable, reported } from "./overview-calls.ts";
import type { Shop } from "./seed-shop.ts";
import type { World } from "./world.ts";

/** A store's overviews tell what the report of the shop's calls tells, whatever they are kept in. Calls of ninety days. */
export async function expectTold(
  world: World,
  shop: Shop,
  periods: readonly DaysAsked[],
  timeZone = "UTC",
): Promise<void> {
  const calls = await creditable(world, shop, 90);
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone });
  for (const period of periods) {
    const theirs = calls.filter(({ rangAt }) => {
      const name = dayOf.format(rangAt);
      return name >= period.from && name <= period.to;
    });
    const told = await world.overviews.overview(shop.account, period, 50);
    const totals = await world.overviews.totals(shop.account, period);
    for (const [by, rows] of [["channel", told.channels], ...Object.entries(told.top)] as const) {
      const report = reportCredit({
        by: by as "channel",
        model: "last",
        costs: [],
        uncalled: [],
        calls: theirs.map(reported),
      });
      if (!report.ok) throw new Error(report.reason.code);
      const expected = report.value.rows.map((row) => rowOf(keyOf(row), row.calls, row.valueMicros.mean));
      const shown = rows.map((row) => rowOf(keyOf(row), estimateOf(row), sumOf(row.earned)));
      expect(shown.toSorted()).toEqual(expected.toSorted());
    }
    expect([period, told.days.reduce((sum, { calls: many }) => sum + many, 0)]).toEqual([period, theirs.length]);
    const costs = await world.money.costs(shop.account, period);
    for (const by of ["source", "keyword", "landing_page"] as const) expect(sumOf(told.paid[by])).toBe(sumOf(costs));
    expect([sumOf(totals.paid), sumOf(totals.earned)]).toEqual([
      sumOf(costs),
      sumOf(told.channels.flatMap(({ earned }) => earned)),
    ]);
  }
}

function rowOf(key: string, { mean, low, high }: Estimate, worth: number): string {
  return [key, round(mean), round(low), round(high), round(worth)].join(" ");
}

/** Sums of the same in another order differ in the last places. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

function sumOf(amounts: readonly Pick<CallValue, "micros">[]): number {
  return round(amounts.reduce((sum, { micros }) => sum + micros, 0));
}
