import { once } from "node:events";
import { createWriteStream } from "node:fs";

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const sources = ["paid_search", "organic_search", "maps", "direct", "referral"] as const;
const regions = ["US-CA", "US-NV", "US-AZ", "US-OR", "US-WA"] as const;
const numbers = 12;
const visitsPerHour = 60;

interface Event {
  readonly at: number;
  readonly type: "shown" | "seen" | "hidden" | "tap" | "call";
  readonly [field: string]: string | number;
}

/**
 * Writes so many events of a site with a visit a minute and twelve numbers, in the order of time, the same in every run:
 * shown, seen and hidden for each visit, a call for three visits of a hundred, soon or days later, some after a tap.
 */
export async function writeEvents(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  const draw = drawer();
  // Events that come after the next visit began, kept until their time.
  let later: Event[] = [];
  let written = 0;
  for (let at = 0, nth = 0; written < count; nth += 1) {
    at += Math.round((-Math.log(1 - draw()) * hour) / visitsPerHour);
    later.push(...eventsOf(nth, at, draw));
    if (nth % 500 !== 0) continue;
    later.sort((a, b) => a.at - b.at);
    const due = later.findIndex((event) => event.at > at);
    const ready = later.slice(0, Math.min(due < 0 ? later.length : due, count - written));
    later = later.slice(ready.length);
    written += ready.length;
    if (!out.write(ready.map((event) => `${JSON.stringify(event)}\n`).join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

function eventsOf(nth: number, at: number, draw: () => number): readonly Event[] {
  const pick = <One>(all: readonly One[]): One => all[Math.floor(draw() * draw() * all.length)] as One;
  const [visit, number, region] = [`visit-${nth}`, `number-${nth % numbers}`, pick(regions)];
  const device = draw() < 0.6 ? "phone" : "computer";
  const stay = Math.round(-Math.log(1 - draw()) * 200 * second);
  const shown: Event = { type: "shown", at, number, visit, source: pick(sources), region, device };
  const seen: Event = { type: "seen", at: at + Math.round(stay / 2), visit };
  const hidden: Event = { type: "hidden", at: at + stay, visit };
  if (draw() > 0.03) return [shown, seen, hidden];
  const isSoon = draw() < 0.62;
  const rang = at + Math.round(-Math.log(1 - draw()) * (isSoon ? 180 * second : 2 * day));
  const call: Event = {
    type: "call",
    at: rang,
    id: `call-${nth}`,
    number,
    caller: `caller-${nth}`,
    callerRegion: region,
  };
  const tap: Event = { type: "tap", at: Math.max(at, rang - 15 * second), visit, number };
  return isSoon && device === "phone" ? [shown, seen, hidden, tap, call] : [shown, seen, hidden, call];
}

/** Numbers from 0 to 1 as they would be drawn, always the same ones (a linear congruence, Numerical Recipes). */
function drawer(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
