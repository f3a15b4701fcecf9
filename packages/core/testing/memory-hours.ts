import { hour, instant, type Instant, type NumberId, type SiteId } from "../src/index.ts";
import type { HourCount } from "../src/ports/index.ts";

/** Counts what happened by whose it was and clock hour, in order of the hours. */
export function countHours<Id extends SiteId | NumberId>(
  happened: readonly { readonly of: Id; readonly at: Instant }[],
): readonly HourCount<Id>[] {
  const counts = new Map<string, HourCount<Id>>();
  for (const { of, at } of happened) {
    const began = instant(Math.floor(at / hour) * hour);
    const key = `${of} ${began}`;
    counts.set(key, { of, hour: began, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => a.hour - b.hour || (a.of < b.of ? -1 : 1));
}
