import { day, hour } from "../../time.ts";
import type { DelaySpread } from "../delay-density.ts";
import type { ReplayEvent } from "../replay/replay-event.ts";
import { chance, drawDelay, makeDraw, pick, type Draw } from "./draw.ts";
import { makeWorldPool } from "./lend-in-world.ts";
import type { World, WorldSource } from "./world.ts";

/** Who really called: a visit, somebody who had called before, or nobody we know. */
export type Truth = { readonly visit: string; readonly source: string } | "returning" | "nobody";

/** Everything that happened in a world, in the order of time, and who made each call. */
export interface WorldStory {
  readonly events: readonly ReplayEvent[];
  readonly truth: ReadonlyMap<string, Truth>;
}

interface Person {
  readonly name: string;
  readonly source: WorldSource;
  readonly device: "phone" | "computer";
  readonly region: string;
  readonly callerRegion: string | undefined;
}

/** Lets a world run once. The same world gives the same story. */
export function simulateWorld(world: World): WorldStory {
  const draw = makeDraw(world.seed);
  const pool = makeWorldPool(world);
  const events: ReplayEvent[] = [];
  const truth = new Map<string, Truth>();
  const ring = (at: number, number: string, who: Truth, caller: string, callerRegion: string | undefined) => {
    if (at > world.lengthMs) return;
    const id = `call-${truth.size + 1}`;
    truth.set(id, who);
    events.push({ type: "call", at, id, number, caller, callerRegion });
  };
  const lent = new Set<string>();
  for (const { at, person, visit } of arrivals(world, draw)) {
    const { source, device, region, callerRegion, name } = person;
    const part = chance(draw, source.calls) ? pick(draw, partsOf(world)) : undefined;
    const rangAt = part && at + drawDelay(draw, part.delay);
    const isTapped = part?.isSoon === true && device === "phone" && chance(draw, world.taps);
    const tappedAt = isTapped && rangAt ? Math.max(at, rangAt - drawDelay(draw, world.tapDelay)) : undefined;
    // Who taps is on the page to do so.
    const leaves = Math.max(at + drawDelay(draw, world.stay), (tappedAt ?? 0) + 1);
    const number = pool.lend(name, source.name, at, leaves + world.graceMs);
    lent.add(number);
    const shownRegion = chance(draw, world.unknownRegion) ? undefined : region;
    events.push({ type: "shown", at, number, visit, source: source.name, region: shownRegion, device });
    events.push({ type: "hidden", at: leaves, visit });
    const tap = (tapAt: number) => events.push({ type: "tap", at: tapAt, visit, number });
    if (device === "phone" && chance(draw, world.idleTaps)) tap(at + draw() * (leaves - at));
    if (tappedAt !== undefined) tap(tappedAt);
    if (rangAt === undefined) continue;
    ring(rangAt, number, { visit, source: source.name }, name, callerRegion);
    if (chance(draw, world.callAgain)) {
      ring(rangAt + drawDelay(draw, pick(draw, world.redialDelays)), number, "returning", name, callerRegion);
    }
  }
  strangers(world, draw, [...lent], ring);
  return { events: events.toSorted((a, b) => a.at - b.at), truth };
}

interface DelayOf {
  readonly share: number;
  readonly delay: DelaySpread;
  readonly isSoon: boolean;
}

function partsOf({ delays, delayShares }: World): readonly [DelayOf, ...DelayOf[]] {
  return [
    { share: delayShares[0], delay: delays[0], isSoon: true },
    { share: delayShares[1], delay: delays[1], isSoon: false },
    { share: delayShares[2], delay: delays[2], isSoon: false },
  ];
}

/** Visits in the order they begin: new visitors, and those who come back some hours or days later. */
function arrivals(world: World, draw: Draw) {
  const visits: { at: number; person: Person; visit: string }[] = [];
  const most = world.visitsPerHour * (1 + world.rhythm);
  // Of everybody's visits this many are first ones.
  const first = most * (1 - world.comeBack);
  for (let at = 0; ;) {
    at += (-Math.log(1 - draw()) * hour) / first;
    if (at > world.lengthMs) break;
    const busy = 1 + world.rhythm * Math.sin((2 * Math.PI * at) / day);
    if (!chance(draw, busy / (1 + world.rhythm))) continue;
    const person = drawPerson(world, draw, `person-${visits.length + 1}`);
    for (let visitAt = at; visitAt < world.lengthMs;) {
      visits.push({ at: visitAt, person, visit: `visit-${visits.length + 1}` });
      if (!chance(draw, world.comeBack)) break;
      visitAt += drawDelay(draw, { spread: "lognormal", median: day, sigma: 1.2 });
    }
  }
  return visits.toSorted((a, b) => a.at - b.at);
}

function drawPerson(world: World, draw: Draw, name: string): Person {
  const region = pick(draw, world.regions).code;
  const callerRegion = chance(draw, world.sameRegion) ? region : drawElsewhere(world, draw);
  return {
    name,
    source: pick(draw, world.sources),
    device: chance(draw, world.phones) ? "phone" : "computer",
    region,
    callerRegion: chance(draw, world.unknownRegion) ? undefined : callerRegion,
  };
}

function drawElsewhere({ regions: [first, ...more] }: World, draw: Draw): string {
  const alike = (region: World["regions"][number]) => ({ code: region.code, share: region.strangers });
  return pick(draw, [alike(first), ...more.map(alike)]).code;
}

function strangers(
  world: World,
  draw: Draw,
  numbers: readonly string[],
  ring: (at: number, number: string, who: Truth, caller: string, region: string | undefined) => void,
): void {
  if (world.strangersPerHour === 0) return;
  for (let at = 0, nth = 0; ; nth += 1) {
    at += (-Math.log(1 - draw()) * hour) / world.strangersPerHour;
    if (at > world.lengthMs) return;
    const number = numbers[Math.floor(draw() * numbers.length)] ?? "";
    const region = chance(draw, world.unknownRegion) ? undefined : drawElsewhere(world, draw);
    ring(at, number, "nobody", `stranger-${nth}`, region);
  }
}
