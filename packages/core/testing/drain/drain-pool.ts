import type { ReplayEvent } from "../../src/attribution/index.ts";
import { chance, drawDelay, makeDraw, pick, type Draw } from "../../src/attribution/world/draw.ts";
import type { Truth, WorldStory } from "../../src/attribution/world/simulate-world.ts";
import { after, hour, instant, minute, second, type Instant, type NumberId, type VisitId } from "../../src/index.ts";
import { heartbeatMs } from "../../src/number-pool/index.ts";
import { anId } from "../an-id.ts";
import { aTouch } from "../build-touch.ts";
import { aVisit } from "../build-visit.ts";
import { at } from "../fixed-clock.ts";
import { memoryWorld } from "../memory-world.ts";
import { planFor, seedShop, type Shop } from "../seed-shop.ts";
import type { World } from "../world.ts";

/** A pool beset by machines that ask for numbers. */
export interface DrainedPool {
  readonly seed: number;
  readonly hours: number;
  readonly slices: readonly string[];
  readonly humansPerHour: number;
  readonly botsPerHour: number;
  /** How many of the machines prove life as a person does. */
  readonly botsPass: number;
}

/** How people fared. */
export interface DrainedStory extends WorldStory {
  readonly humans: number;
  /** Who was shown a number that nobody else held, and still held it when they first touched the page. */
  readonly withOwn: number;
}

interface Visitor {
  readonly id: VisitId;
  readonly channel: "paid_search" | "organic_search" | "direct";
  readonly isHuman: boolean;
  /** When they first touch the page; undefined for who never does. */
  readonly provesAt: Instant | undefined;
  readonly leavesAt: Instant;
}

interface Step {
  readonly do: "land" | "prove" | "beat" | "hide" | "ring";
  readonly at: Instant;
  readonly who: Visitor;
}

interface ChannelOfPool {
  readonly name: Visitor["channel"];
  readonly share: number;
  readonly calls: number;
}

const channels: readonly [ChannelOfPool, ...ChannelOfPool[]] = [
  { name: "paid_search", share: 0.5, calls: 0.2 },
  { name: "organic_search", share: 0.3, calls: 0.1 },
  { name: "direct", share: 0.2, calls: 0.05 },
];

/**
 * Lets people and machines come to one pool, lent by the core's plans through the pools port: a lease is provisional
 * until somebody touches the page, and people stay a quarter of an hour. The same seed gives the same people, whatever
 * the machines.
 */
export async function drainPool(drained: DrainedPool): Promise<DrainedStory> {
  const world = memoryWorld();
  const shop = await seedShop(world, { slices: drained.slices });
  const steps = [...people(drained), ...machines(drained)].toSorted((a, b) => a.at - b.at);
  const events: ReplayEvent[] = [];
  const truth = new Map<string, Truth>();
  const shown = new Map<VisitId, { readonly number: NumberId; readonly isAlone: boolean }>();
  let [humans, withOwn] = [0, 0];
  for (const step of steps) {
    const { who, at: now } = step;
    const number = shown.get(who.id)?.number;
    if (step.do === "land") {
      const lent = await land(world, shop, who, now);
      if (lent === undefined) continue;
      shown.set(who.id, lent);
      const device = "computer" as const;
      events.push({ type: "shown", at: now, number: lent.number, visit: who.id, source: who.channel, device });
    } else if (step.do === "hide") events.push({ type: "hidden", at: now, visit: who.id });
    else if (step.do === "ring" && number !== undefined) {
      const id = `call ${truth.size}`;
      truth.set(id, { visit: who.id, source: who.channel });
      events.push({ type: "call", at: now, id, number, caller: who.id });
    } else {
      await world.pools.renew(shop.account, { visit: who.id, now, until: after(now, shop.pool.graceMs) });
      events.push({ type: "seen", at: now, visit: who.id });
      if (step.do !== "prove" || !who.isHuman) continue;
      humans += 1;
      const held = (await world.pools.states(shop.account, now)).find((one) => one.lease.visit === who.id);
      withOwn += shown.get(who.id)?.isAlone === true && held !== undefined ? 1 : 0;
    }
  }
  return { events, truth, humans, withOwn };
}

async function land(world: World, shop: Shop, { id, channel }: Visitor, now: Instant) {
  const touch = aTouch({ channel });
  const visit = aVisit({
    id,
    visitor: anId(`of ${id}`),
    site: shop.site,
    touch,
    page: { path: "/", title: "", at: now },
  });
  const plan = planFor(shop, now, { id, channel, isFirm: false });
  const [lent] = await world.pools.lend(shop.account, visit, [plan]);
  return lent?.number && { number: lent.number.id, isAlone: ["free", "resting", "kept"].includes(lent.how) };
}

function people({ seed, hours, humansPerHour }: DrainedPool): readonly Step[] {
  const draw = makeDraw(seed);
  return arrivals(draw, hours, humansPerHour).flatMap((now, nth): readonly Step[] => {
    const { name: channel, calls } = pick(draw, channels);
    const provesAt = after(now, Math.ceil(drawDelay(draw, { spread: "exponential", mean: 3 * second })));
    const leavesAt = after(provesAt, Math.ceil(drawDelay(draw, { spread: "exponential", mean: 15 * minute })));
    const rangAt = chance(draw, calls) ? after(provesAt, Math.ceil(draw() * (leavesAt - provesAt))) : undefined;
    const who = { id: anId<VisitId>(`human ${seed} ${nth}`), channel, isHuman: true, provesAt, leavesAt };
    const beats = Math.floor((leavesAt - provesAt) / heartbeatMs);
    return [
      { do: "land", at: now, who },
      { do: "prove", at: provesAt, who },
      ...Array.from({ length: beats }, (_, beat) => after(provesAt, (beat + 1) * heartbeatMs)).map((beatAt): Step => {
        return { do: "beat", at: beatAt, who };
      }),
      { do: "hide", at: leavesAt, who },
      ...(rangAt === undefined ? [] : [{ do: "ring" as const, at: rangAt, who }]),
    ];
  });
}

/** Machines that pretend to come as people do; those that prove life do so once, and are gone. */
function machines({ seed, hours, botsPerHour, botsPass }: DrainedPool): readonly Step[] {
  const draw = makeDraw(seed + 1_000_000);
  return arrivals(draw, hours, botsPerHour).flatMap((now, nth): readonly Step[] => {
    const provesAt = chance(draw, botsPass) ? after(now, second) : undefined;
    const { name: channel } = pick(draw, channels);
    const who = { id: anId<VisitId>(`bot ${seed} ${nth}`), channel, isHuman: false, provesAt, leavesAt: now };
    const land: Step = { do: "land", at: now, who };
    return provesAt === undefined ? [land] : [land, { do: "prove", at: provesAt, who }];
  });
}

function arrivals(draw: Draw, hours: number, perHour: number): readonly Instant[] {
  const found: Instant[] = [];
  if (perHour === 0) return found;
  for (let passed = 0; ;) {
    passed += drawDelay(draw, { spread: "exponential", mean: hour / perHour });
    if (passed > hours * hour) return found;
    found.push(instant(at("08:00") + Math.floor(passed)));
  }
}
