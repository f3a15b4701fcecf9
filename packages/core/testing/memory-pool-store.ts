import type { LeasePlan, Lent } from "../src/number-pool/index.ts";
import type { NewVisit, NumberState, PoolStore } from "../src/ports/index.ts";
import { instant, type AccountId, type Instant, type NumberId, type VisitId } from "../src/index.ts";
import { findNumber, type Found } from "./memory-lend.ts";
import { memoryArrivals } from "./memory-arrivals.ts";
import { poolSettings } from "./memory-site-directory.ts";
import { demand, type MemoryState, type NumberRow } from "./memory-state.ts";

/** The pools port in memory. One process and no waiting inside a method: every method is one step. */
export function memoryPoolStore(state: MemoryState): PoolStore {
  return {
    lend: async (account, visit, plans) => {
      const owns = (row: { readonly account: AccountId }) => row.account === account;
      demand(
        state.sites.find((row) => owns(row) && row.id === visit.site),
        "site",
      );
      for (const { pool } of plans)
        demand(
          state.pools.find((row) => owns(row) && row.id === pool),
          "pool",
        );
      addVisit(state, account, visit);
      return plans.map((plan) => lendOne(state, account, visit, plan));
    },
    renew: async (account, { visit, now, until, onlyIfFirm = false }) => {
      const held = state.numbers.filter((row) => row.account === account && row.lease.visit === visit);
      for (const row of held.filter(({ lease }) => lease.firm || !onlyIfFirm)) {
        row.lease = { ...row.lease, firm: true, lastSeenAt: now, until: latest(row.lease.until, until) };
      }
      const theirs = (row: { readonly account: AccountId; readonly visit: VisitId }) =>
        row.account === account && row.visit === visit;
      for (const row of state.impressions.filter(theirs)) row.lastSeenAt = latest(row.lastSeenAt, now);
      const shares = state.shares.filter(theirs);
      for (const row of shares) row.until = latest(row.until, until);
      return held.length + shares.length > 0;
    },
    poolsOf: async (account) =>
      state.pools.filter((row) => row.account === account).map((pool) => poolSettings(state, pool)),
    arrivals: async (account, since) => memoryArrivals(state, account, since),
    states: async (account, now) =>
      state.numbers
        .filter((row) => row.account === account && row.restsUntil === undefined)
        .toSorted((a, b) => (a.e164 < b.e164 ? -1 : 1))
        .map((row) => stateOf(state, row, now)),
  };
}

function addVisit(state: MemoryState, account: AccountId, visit: NewVisit): void {
  const { id, visitor, site, permission, landing, touch, device, page } = visit;
  for (const row of state.impressions.filter((seen) => seen.account === account && seen.visit === id))
    row.lastSeenAt = latest(row.lastSeenAt, page.at);
  if (state.visits.some((known) => known.account === account && known.id === id)) return;
  state.visits.push({
    account,
    id,
    visitor,
    site,
    landing,
    permission,
    touch,
    device,
    startedAt: page.at,
    hiddenAt: undefined,
    pages: [page],
  });
}

function lendOne(state: MemoryState, account: AccountId, visit: NewVisit, plan: LeasePlan): Lent {
  const found = findNumber(state, account, visit, plan);
  keepImpression(state, account, visit, plan, found);
  if (found === undefined) return { how: "own", number: undefined, until: undefined };
  const { row, how } = found;
  const number = { id: row.id, e164: row.e164 };
  if (how === "source") return { how, number, until: undefined };
  if (how === "shared") return { how, number, until: keepShare(state, account, plan, row.id) };
  // A holder is no sharer any more; shares as old as a rested number go with it.
  const isOwn = row.lease.visit === visit.id;
  const until = isOwn ? latest(row.lease.until, plan.until) : plan.until;
  const firm = plan.firm || (isOwn && row.lease.firm);
  if (!isOwn) {
    state.shares = state.shares.filter(
      (share) => share.number !== row.id || (share.visit !== visit.id && share.until > plan.freeSince),
    );
  }
  row.lease = { number: row.id, visit: visit.id, firm, lastSeenAt: plan.now, until };
  return { how, number, until };
}

function keepShare(state: MemoryState, account: AccountId, plan: LeasePlan, number: NumberId): Instant {
  const { visit, pool, now, until } = plan;
  const known = state.shares.find((row) => row.account === account && row.visit === visit && row.number === number);
  if (known === undefined) state.shares.push({ account, visit, pool, number, at: now, until });
  else Object.assign(known, { at: now, until: latest(known.until, until) });
  return until;
}

function keepImpression(
  state: MemoryState,
  account: AccountId,
  visit: NewVisit,
  plan: LeasePlan,
  found: Found | undefined,
): void {
  const number = found?.row.id;
  const known = state.impressions.find(
    (row) => row.account === account && row.visit === visit.id && row.pool === plan.pool && row.number === number,
  );
  if (known !== undefined) {
    known.lastSeenAt = latest(known.lastSeenAt, plan.now);
    return;
  }
  const { id, visitor } = visit;
  const { pool, now } = plan;
  const how = found?.how ?? "own";
  state.impressions.push({ account, visit: id, visitor, pool, number, how, at: now, lastSeenAt: now });
}

function stateOf(state: MemoryState, { account, id, e164, role, lease }: NumberRow, now: Instant): NumberState {
  const sharers = state.shares.filter(
    (row) => row.account === account && row.number === id && row.visit !== lease.visit && row.until > now,
  );
  return {
    number: id,
    e164,
    pool: "pool" in role ? role.pool : undefined,
    slice: "pool" in role ? role.slice : role.touch.channel,
    lease,
    sharers: sharers.length,
  };
}

function latest(a: Instant | undefined, b: Instant): Instant {
  return instant(Math.max(a ?? b, b));
}
