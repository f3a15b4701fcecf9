import { noRetentionWish, type AccountId, type VisitorId } from "../src/index.ts";
import type { LegalHold, RetentionRun, RetentionStore } from "../src/ports/index.ts";
import type { RetentionWish } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** Retention and holds in memory. */
export function memoryRetentionStore(state: MemoryState): RetentionStore {
  const wishes = new Map<AccountId, RetentionWish>();
  const runs = new Map<AccountId, RetentionRun>();
  const holds: { readonly account: AccountId; readonly hold: LegalHold }[] = [];
  return {
    retention: async (account) => wishes.get(account) ?? noRetentionWish,
    saveRetention: async (account, wish) => void wishes.set(account, wish),
    lastRetentionRun: async (account) => runs.get(account),
    noteRetentionRun: async (account, run) => void runs.set(account, run),
    holds: async (account) =>
      holds
        .filter((row) => row.account === account)
        .map(({ hold }) => hold)
        .toSorted((a, b) => b.placedAt - a.placedAt),
    placeHold: async (account, hold) => void holds.push({ account, hold }),
    releaseHold: async (account, id) => {
      const nth = holds.findIndex((row) => row.account === account && row.hold.id === id);
      return nth !== -1 && holds.splice(nth, 1).length === 1;
    },
    visitorsBefore: async (account, before, limit) => {
      const last = new Map<VisitorId, number>();
      for (const { account: owner, visitor, startedAt } of state.visits) {
        if (owner === account) last.set(visitor, Math.max(last.get(visitor) ?? 0, startedAt));
      }
      return [...last].flatMap(([visitor, at]) => (at < before ? [visitor] : [])).slice(0, limit);
    },
    visitsOfVisitor: async (account, visitor) =>
      state.visits
        .filter((row) => row.account === account && row.visitor === visitor)
        .toSorted((a, b) => b.startedAt - a.startedAt)
        .map(({ id }) => id)
        .slice(0, 50),
  };
}
