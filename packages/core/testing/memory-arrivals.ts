import type { Arrivals } from "../src/number-pool/index.ts";
import { between, hour, instant, type AccountId, type Instant } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** Counts an account's visits by pool, hour and channel, each once per pool. */
export function memoryArrivals(state: MemoryState, account: AccountId, since: Instant): readonly Arrivals[] {
  const counted = new Map<string, Arrivals>();
  const seen = new Set<string>();
  for (const { account: owner, visit, pool, lastSeenAt } of state.impressions) {
    const came = state.visits.find((row) => row.account === account && row.id === visit);
    if (owner !== account || came === undefined || came.startedAt < since || seen.has(`${visit} ${pool}`)) continue;
    const stayMs = between(came.startedAt, lastSeenAt);
    if (stayMs <= 0) continue;
    seen.add(`${visit} ${pool}`);
    const { channel } = came.touch;
    const began = instant(Math.floor(came.startedAt / hour) * hour);
    const key = `${pool} ${began} ${channel}`;
    const known = counted.get(key) ?? { pool, hour: began, channel, visits: 0, stayMs: 0 };
    counted.set(key, { ...known, visits: known.visits + 1, stayMs: known.stayMs + stayMs });
  }
  return [...counted.values()].toSorted((a, b) => a.hour - b.hour || (a.channel < b.channel ? -1 : 1));
}
