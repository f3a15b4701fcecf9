import type { OtherTracker, OtherTrackerStore } from "../src/ports/index.ts";
import { after, hour, type AccountId } from "../src/index.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The port of other call trackers in memory. */
export function memoryOtherTrackerStore(state: MemoryState): OtherTrackerStore {
  const kept: { account: AccountId; seen: OtherTracker }[] = [];
  return {
    sawTracker: async (account, site, name, at) => {
      demand(
        state.sites.find((row) => row.account === account && row.id === site),
        "site",
      );
      const row = kept.find(
        ({ account: owner, seen }) => owner === account && seen.site === site && seen.name === name,
      );
      if (row === undefined) kept.push({ account, seen: { site, name, firstSeenAt: at, lastSeenAt: at } });
      else if (row.seen.lastSeenAt <= after(at, -hour)) row.seen = { ...row.seen, lastSeenAt: at };
    },
    trackersSince: async (account, since) =>
      kept
        .flatMap((row) => (row.account === account && row.seen.lastSeenAt >= since ? [row.seen] : []))
        .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt || (a.name < b.name ? -1 : 1)),
  };
}
