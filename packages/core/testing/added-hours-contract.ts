import fc from "fast-check";
import { test } from "vitest";
import { day, hour, minute, type CallId } from "../src/index.ts";
import type { DaysAsked } from "../src/ports/index.ts";
import { expectTold } from "./expect-told.ts";
import { at } from "./fixed-clock.ts";
import { matchOf, ring, tell, touches, visit } from "./overview-calls.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

/**
 * Days on which something happens: two that are over a month old once something happens on the others, between which
 * the clocks of Lord Howe Island are put back by half an hour (5 April 2026).
 */
const days = [0, 1, 33, 34] as const;
const zones = ["UTC", "Australia/Lord_Howe", "Asia/Kathmandu", "America/New_York"] as const;

const moment = fc.record({ day: fc.constantFrom(...days), minutes: fc.integer({ min: 0, max: 1439 }) });
const place = fc.nat({ max: 30 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("ring" as const), at: moment, as: place }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("match" as const), call: place, as: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("value" as const), call: place, micros: fc.nat({ max: 999 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("end" as const), call: place }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("zone" as const), zone: fc.constantFrom(...zones) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("look" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** However a store adds hours up, and whatever of them changes, it tells what the calls themselves tell. */
export function addedHoursContract(makeWorld: MakeWorld, numRuns: number): void {
  inWorld("hours added up", makeWorld, (world) => {
    test("an overview tells what its calls tell, whatever has changed since somebody looked", async () => {
      const script = fc.array(step, { minLength: 8, maxLength: 16 });
      await fc.assert(
        fc.asyncProperty(script, (steps) => play(world(), steps)),
        { numRuns, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: false },
      );
    }, 400_000);
  });
}

async function play(world: World, steps: readonly Step[]): Promise<void> {
  const shop = await seedShop(world);
  for (const [nth, touch] of touches.entries()) await visit(world, shop, `visit ${nth}`, touch, `/${nth % 3}`);
  const calls: CallId[] = [];
  let timeZone: string = "UTC";
  for (const one of [
    { does: "ring", at: { day: 34, minutes: 600 }, as: 1 } as const,
    ...steps,
    { does: "look" } as const,
  ]) {
    const call = "call" in one ? calls[one.call % calls.length] : undefined;
    if (one.does === "ring") calls.push(await ringAt(world, shop, one, `call ${calls.length}`));
    if (one.does === "match" && call) await world.calls.saveMatch(shop.account, call, matchOf(one.as), undefined);
    if (one.does === "value" && call) await value(world, shop, call, one.micros);
    if (one.does === "end" && call)
      await tell(world, shop, call, { kind: "ended", at: at("23:00"), key: "e", end: "no_answer", lengthMs: 9 });
    if (one.does === "zone") {
      timeZone = one.zone;
      await world.overviews.chooseTimeZone(shop.account, timeZone);
    }
    if (one.does === "look") await expectTold(world, shop, periods, timeZone);
  }
}

async function ringAt(
  world: World,
  shop: Shop,
  { at: when, as }: Extract<Step, { does: "ring" }>,
  name: string,
): Promise<CallId> {
  const call = await ring(world, shop, name, when.day * day + when.minutes * minute - 10 * hour);
  await world.calls.saveMatch(shop.account, call, matchOf(as), undefined);
  return call;
}

/** An amount, or none any more. */
async function value({ money }: World, { account }: Shop, call: CallId, micros: number): Promise<void> {
  await money.setValue(account, call, micros % 5 === 0 ? undefined : { micros, currency: "USD" }, at("12:00"));
}

/** Everything, each pair of days, and a single one. */
const periods: readonly DaysAsked[] = [
  { from: "2026-02-28", to: "2026-04-08" },
  { from: "2026-03-02", to: "2026-03-03" },
  { from: "2026-04-04", to: "2026-04-05" },
  { from: "2026-04-05", to: "2026-04-05" },
];
