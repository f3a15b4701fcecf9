import { test } from "vitest";
import { after, day } from "../src/index.ts";
import type { DaysAsked } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { expectTold } from "./expect-told.ts";
import { at } from "./fixed-clock.ts";
import { matchOf, ring, touches, visit } from "./overview-calls.ts";
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

      await expectTold(world(), shop, periods);

      const late = await ring(world(), shop, "late", 21 * day);
      await world().calls.saveMatch(shop.account, late, matchOf(4), undefined);
      await world().money.setValue(
        shop.account,
        anId(`${shop.account} call 40`),
        { micros: 7, currency: "USD" },
        at("12:00"),
      );
      await world().money.saveCosts(shop.account, shop.site, anId("second"), [aCost(22)]);
      await expectTold(world(), shop, periods);

      await joinAll(world(), shop);
      await expectTold(world(), shop, periods);
    });
  });
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
