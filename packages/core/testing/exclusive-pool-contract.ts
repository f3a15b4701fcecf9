import fc from "fast-check";
import { expect, test } from "vitest";
import { after, type Instant, type NumberId, type VisitId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What each visit may rightly believe: the number on its screen is its own until then. */
type Beliefs = Map<VisitId, { readonly number: NumberId; readonly until: Instant }>;

const step = fc.record({
  name: fc.constantFrom("ann", "bob", "cid", "dot", "eve"),
  does: fc.constantFrom("lands", "lands unproved", "signs"),
  later: fc.constantFrom(0, 1_000, 4_000, 60_000, 299_000, 300_000, 400_000),
});

/** The law of an exclusive pool, under any sequence of landings, signs of life and silences. */
export function exclusivePoolContract(makeWorld: MakeWorld): void {
  inWorld("pool store: an exclusive pool", makeWorld, (world) => {
    test("no two live visits ever hold one number, whatever they do and whenever", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const shop = await seedShop(world(), { slices: ["any", "paid_search"], exclusive: true });
          const beliefs: Beliefs = new Map();
          let now = at("10:00");
          for (const { name, does, later } of steps) {
            now = after(now, later);
            const visit = anId<VisitId>(name);
            if (does === "signs") {
              const until = after(now, shop.pool.graceMs);
              const holds = await world().pools.renew(shop.account, { visit, now, until });
              const held = beliefs.get(visit);
              beliefs.delete(visit);
              if (holds && held !== undefined) beliefs.set(visit, { ...held, until });
            } else {
              const lent = await lendTo(world(), shop, name, { now, isFirm: does === "lands" });
              beliefs.delete(visit);
              if (lent.number && lent.until) beliefs.set(visit, { number: lent.number.id, until: lent.until });
            }
            expect(sharedNow(beliefs, now)).toEqual([]);
          }
        }),
        { numRuns: 15 },
      );
    });
  });
}

/** Numbers that two visits hold at once. */
function sharedNow(beliefs: Beliefs, now: Instant): readonly NumberId[] {
  const live = [...beliefs.values()].filter(({ until }) => until > now).map(({ number }) => number);
  return live.filter((number, nth) => live.indexOf(number) !== nth);
}
