import fc from "fast-check";
import { expect, test } from "vitest";
import { after, minute, type Instant, type NumberId, type VisitId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { memoryWorld } from "./memory-world.ts";
import { seedShop, type Shop, type ShopOptions } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

/** Visits and whose they are. */
const visitors: Readonly<Record<string, string>> = {
  ann: "A",
  bob: "B",
  cid: "C",
  "ann again": "A",
  "bob again": "B",
  eve: "E",
};
const visits = Object.keys(visitors);

const step = fc.record({
  visit: fc.constantFrom(...visits),
  channel: fc.constantFrom("paid_search", "direct", "email"),
  near: fc.constantFrom([], ["+1647"], ["+1438"]),
  does: fc.constantFrom("lands", "lands unproved", "signs", "beats", "is forgotten"),
  later: fc.constantFrom(0, 1_000, 4_000, minute, 299_000, 300_000, 24 * 60 * minute),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Who shared a number a day ago shares it again, though its holder has come for it since: found by chance, once. */
const sharedBeforeADay: Step[] = (
  [
    ["cid", "email", 0],
    ["ann", "email", 0],
    ["ann again", "paid_search", 24 * 60 * minute],
    ["bob again", "paid_search", 1_000],
    ["ann again", "paid_search", 299_000],
    ["ann", "paid_search", 0],
  ] as const
).map(([visit, channel, later]) => ({ visit, channel, near: [], does: "lands", later }));

const pools: readonly ShopOptions[] = [
  { slices: ["any", "any", "any"], exclusive: false, areas: ["647", "438", "647"] },
  { slices: ["paid_search", "direct", "any"], exclusive: false },
  { slices: ["paid_search", "any"], exclusive: true },
];

/** What holds whatever visits do and in whatever order: the store does as the model in memory does, and says so. */
export function leaseLawsContract(makeWorld: MakeWorld): void {
  inWorld("pool store: laws", makeWorld, (world) => {
    const events = fc.array(step, { minLength: 5, maxLength: 20 });

    test.each(pools)(
      "a replay of the same events gives the same rows, here as in the model: $slices",
      async (options) => {
        await fc.assert(
          fc.asyncProperty(events, async (steps) => {
            const model = memoryWorld();
            const expected = await play(model, await seedShop(model, options), steps);

            expect(await play(world(), await seedShop(world(), options), steps)).toEqual(expected);
          }),
          { numRuns: 6, examples: [[sharedBeforeADay]] },
        );
      },
      240_000,
    );

    test("every visit knows what it was shown", async () => {
      await fc.assert(
        fc.asyncProperty(events, async (steps) => {
          const shop = await seedShop(world(), { slices: ["paid_search", "any"] });
          const told = new Map<VisitId, Set<NumberId | undefined>>();
          let now = at("10:00");
          for (const { visit, channel, near, later } of steps) {
            now = after(now, later);
            const id = anId<VisitId>(visit);
            const lent = await lendTo(world(), shop, visit, {
              now,
              visitor: visitors[visit] ?? "",
              channel,
              near,
              isReturning: true,
            });
            told.set(id, (told.get(id) ?? new Set()).add(lent.number?.id));
          }
          for (const [id, numbers] of told) {
            const story = await world().visits.story(shop.account, id);
            expect(new Set(story?.shown.map(({ number }) => number))).toEqual(numbers);
          }
        }),
        { numRuns: 5 },
      );
    }, 240_000);
  });
}

/** Plays the steps and writes down every answer and every row, numbers by their place in the shop. */
async function play(world: World, shop: Shop, steps: readonly Step[]): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  let now = at("10:00");
  for (const one of steps) {
    now = after(now, one.later);
    told.push(await act(world, shop, one, now));
    const states = await world.pools.states(shop.account, now);
    told.push(
      states.map(({ e164, slice, sharers, lease }) => {
        const { visit, firm, lastSeenAt, until } = lease;
        return [e164.slice(-3), slice, sharers, visit, firm, lastSeenAt, until];
      }),
    );
  }
  for (const visit of visits) {
    const story = await world.visits.story(shop.account, anId(visit));
    told.push(story?.shown.map(({ number, how, at: shownAt }) => [placeOf(shop, number), how, shownAt]));
  }
  return told;
}

async function act(world: World, shop: Shop, { visit, channel, near, does }: Step, now: Instant): Promise<unknown> {
  const { account } = shop;
  const visitor = visitors[visit] ?? "";
  const until = after(now, shop.pool.graceMs);
  if (does === "is forgotten") return world.visits.forgetVisitor(account, anId(visitor));
  if (does === "signs") return world.pools.renew(account, { visit: anId(visit), now, until });
  if (does === "beats") return world.pools.renew(account, { visit: anId(visit), now, until, onlyIfFirm: true });
  const landing = { now, visitor, channel, near, isReturning: true, isFirm: does === "lands" };
  const lent = await lendTo(world, shop, visit, { ...landing, sourceNumber: shop.source.id });
  return [lent.how, placeOf(shop, lent.number?.id), lent.until];
}

function placeOf(shop: Shop, number: NumberId | undefined): number | "source" | undefined {
  if (number === undefined) return undefined;
  return number === shop.source.id ? "source" : shop.numbers.findIndex(({ id }) => id === number);
}
