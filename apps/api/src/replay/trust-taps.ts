import type { ReplayEvent } from "@ringtrail/core/attribution";
import { day, second } from "@ringtrail/core";

/** A tap comes before its call, and a page's clock may be this much behind the carrier's. */
const skewMs = 5 * second;
/** A visit that taps was shown the number not longer ago than this. */
const longestVisitMs = day;

/**
 * Puts a tap that seems to follow a call of its number by a few seconds before that call: nobody taps a number they are
 * ringing, and of two clocks one is always ahead. A visit that was shown the number only after the ring is left as it is.
 *
 * @param events in the order of time.
 */
export function trustTaps(events: readonly ReplayEvent[]): readonly ReplayEvent[] {
  const rang = new Map<string, number>();
  const moved = new Map<number, ReplayEvent[]>();
  const gone = new Set<number>();
  for (const [nth, event] of events.entries()) {
    if (event.type === "call") rang.set(event.number, nth);
    if (event.type !== "tap") continue;
    const call = rang.get(event.number);
    const at = call === undefined ? undefined : events[call]?.at;
    if (call === undefined || at === undefined || event.at - at > skewMs) continue;
    if (!wasShown(events, call, event)) continue;
    moved.set(call, [...(moved.get(call) ?? []), { ...event, at }]);
    gone.add(nth);
  }
  if (gone.size === 0) return events;
  return events.flatMap((event, nth) => (gone.has(nth) ? [] : [...(moved.get(nth) ?? []), event]));
}

function wasShown(
  events: readonly ReplayEvent[],
  before: number,
  { visit, number }: Extract<ReplayEvent, { type: "tap" }>,
): boolean {
  const since = (events[before]?.at ?? 0) - longestVisitMs;
  for (let nth = before - 1; nth >= 0; nth -= 1) {
    const event = events[nth];
    if (event === undefined || event.at < since) return false;
    if (event.type === "shown" && event.visit === visit && event.number === number) return true;
  }
  return false;
}
