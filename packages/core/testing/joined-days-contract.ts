import { expect, test } from "vitest";
import { estimateOf, keyOf, reportCredit, type Estimate } from "../src/attribution/index.ts";
import { after, day, type VisitId } from "../src/index.ts";
import type { CallValue, DaysAsked } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCandidate, aMatch } from "./build-call.ts";
import { aTouch } from "./build-touch.ts";
import { at } from "./fixed-clock.ts";
import { creditable, reported, ring, visit } from "./overview-calls.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

/** The day that is so many days after the one on which every test happens. */
const dayOf = (nth: number): string => new Date(after(at("00:00"), nth * day)).toISOString().slice(0, 10);
const days = (from: number, to: number): DaysAsked => ({ from: dayOf(from), to: dayOf(to) });

/** A period within each span, one across several, one of a single day, everything, and days without a call. */
const periods = [days(0, 79), days(3, 66), days(5, 8), days(0, 31), days(17, 17), days(30, 75), days(-40, -1)];

/** However a store joins days that are over, it tells what the calls and the costs themselves tell. */
export function joinedDaysContract(makeWorld: MakeWorld): void {
  inWorld("days joined", makeWorld, (world) => {
    test("a period tells what its calls and costs tell, before its days are joined, after it, and after one of them has changed", async () => {
      const shop = await seedShop(world());
      await seedDays(world(), shop);
      await joinAll(world(), shop);

      await expectTold(world(), shop);

      const late = await ring(world(), shop, "late", 21 * day);
      await world().calls.saveMatch(shop.account, late, matchOf(4), undefined);
      await world().money.setValue(
        shop.account,
        anId(`${shop.account} call 40`),
        { micros: 7, currency: "USD" },
        at("12:00"),
      );
      await world().money.saveCosts(shop.account, shop.site, anId("second"), [aCost(22)]);
      await expectTold(world(), shop);

      await joinAll(world(), shop);
      await expectTold(world(), shop);
    });
  });
}

const touches = [0, 1, 2, 3].map((nth) => aTouch({ source: `source ${nth % 2}`, keyword: `keyword ${nth}` }));

function matchOf(nth: number) {
  const [one, two] = [nth % 4, (nth + 1) % 4];
  const candidates = [one, two].map((place, rank) =>
    aCandidate({
      visit: anId<VisitId>(`visit ${place}`),
      touch: touches[place] ?? aTouch(),
      probability: [0.6, 0.3][rank] ?? 0,
    }),
  );
  return aMatch({ candidates, returning: nth % 3 === 0 ? 0.1 : 0, nobody: nth % 3 === 0 ? 0 : 0.1 });
}

function aCost(nth: number) {
  const said = { source: `source ${nth % 2}`, medium: "cpc", campaign: undefined, keyword: `keyword ${nth % 4}` };
  return {
    ...said,
    day: dayOf(nth),
    landingPath: `/${nth % 3}`,
    line: "",
    currency: "USD",
    micros: 10 + nth,
    clicks: 1,
    impressions: 9,
  };
}

/** A call every other day for eighty days, some of them worth something, and a line of cost every third. */
async function seedDays(world: World, shop: Shop): Promise<void> {
  for (const [nth, touch] of touches.entries()) await visit(world, shop, `visit ${nth}`, touch, `/${nth % 3}`);
  for (let nth = 0; nth < 80; nth += 2) {
    const call = await ring(world, shop, `call ${nth}`, nth * day);
    await world.calls.saveMatch(shop.account, call, matchOf(nth / 2), undefined);
    if (nth % 5 === 0)
      await world.money.setValue(shop.account, call, { micros: 1000 + nth, currency: "USD" }, at("12:00"));
  }
  const lines = Array.from({ length: 27 }, (_, nth) => aCost(nth * 3));
  await world.money.saveCosts(shop.account, shop.site, anId("first"), lines);
}

async function joinAll({ overviews }: World, { account }: Shop): Promise<void> {
  while ((await overviews.addUp(account)) > 0);
  while ((await overviews.join(account)) > 0);
}

async function expectTold(world: World, shop: Shop): Promise<void> {
  const calls = await creditable(world, shop, 90);
  for (const period of periods) {
    const theirs = calls.filter(({ rangAt }) => {
      const name = new Date(rangAt).toISOString().slice(0, 10);
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
