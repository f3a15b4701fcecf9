import type { LeasePlan, Lent } from "../src/number-pool/index.ts";
import type { NewVisit } from "../src/ports/index.ts";
import { instant, type AccountId, type Instant, type PoolId } from "../src/index.ts";
import type { MemoryState, NumberRow } from "./memory-state.ts";

/** Where a plan leads, in the order of the port: the number and how it was come by. */
export interface Found {
  readonly row: NumberRow;
  readonly how: Lent["how"];
}

/** True while somebody holds the number. */
export function isHeld(row: NumberRow, now: Instant): boolean {
  return row.lease.until !== undefined && row.lease.until > now;
}

/** Finds what a plan gives, and changes nothing but whose turn it is; undefined is the page's own number. */
export function findNumber(
  state: MemoryState,
  account: AccountId,
  visit: NewVisit,
  plan: LeasePlan,
): Found | undefined {
  const pool = state.numbers.filter(
    ({ account: owner, role, restsUntil }) =>
      owner === account && restsUntil === undefined && "pool" in role && role.pool === plan.pool,
  );
  return (
    kept(state, account, pool, visit, plan) ??
    plan.slices.map((slice) => rested(inSlice(pool, slice), plan)).find((found) => found !== undefined) ??
    (plan.mayShare
      ? plan.slices
          .map((slice) => shared(state, account, plan.pool, inSlice(pool, slice)))
          .find((found) => found !== undefined)
      : undefined) ??
    sourceNumber(state, account, plan)
  );
}

function inSlice(pool: readonly NumberRow[], slice: string): readonly NumberRow[] {
  return pool.filter(({ role }) => "pool" in role && role.slice === slice);
}

/** The visit's own number, the one it shares, or the visitor's former one. */
function kept(
  state: MemoryState,
  account: AccountId,
  pool: readonly NumberRow[],
  visit: NewVisit,
  plan: LeasePlan,
): Found | undefined {
  const own = pool.find((row) => row.lease.visit === visit.id);
  if (own !== undefined) return { row: own, how: "kept" };
  const [share] = state.shares
    .filter((row) => row.account === account && row.visit === visit.id && row.pool === plan.pool)
    .toSorted((a, b) => b.at - a.at);
  const sharing = pool.find((row) => row.id === share?.number);
  if (sharing !== undefined && !isHeld(sharing, plan.now)) return { row: sharing, how: "kept" };
  if (sharing !== undefined && plan.mayShare) return { row: sharing, how: "shared" };
  if (!plan.isReturning) return undefined;
  const [former] = state.impressions
    .filter((seen) => seen.account === account && seen.visitor === visit.visitor && seen.pool === plan.pool)
    .filter(({ how }) => how !== "source")
    .flatMap(({ number, at }) => pool.filter(({ id }) => id === number).map((row) => ({ row, at })))
    .filter(({ row: { role }, row }) => "pool" in role && plan.slices.includes(role.slice) && !isHeld(row, plan.now))
    .toSorted((a, b) => b.at - a.at || (a.row.e164 < b.row.e164 ? -1 : 1));
  return former && { row: former.row, how: "kept" };
}

/** A free one near the visitor, else the longest-rested. */
function rested(slice: readonly NumberRow[], plan: LeasePlan): Found | undefined {
  const isFree = (row: NumberRow) => (row.lease.until ?? instant(0)) <= plan.freeSince;
  const inOrder = slice
    .filter((number) => !isHeld(number, plan.now))
    .toSorted((a, b) => (a.lease.until ?? -1) - (b.lease.until ?? -1) || (a.e164 < b.e164 ? -1 : 1));
  const row = inOrder.find((one) => isFree(one) && plan.near.includes(one.e164.slice(0, 5))) ?? inOrder[0];
  return row && { row, how: isFree(row) ? "free" : "resting" };
}

/** Every number takes its turn: the first one after the number shared last. All are held, or one would be lent. */
function shared(state: MemoryState, account: AccountId, pool: PoolId, slice: readonly NumberRow[]): Found | undefined {
  const inOrder = slice.toSorted((a, b) => (a.e164 < b.e164 ? -1 : 1));
  const [first] = inOrder;
  if (first === undefined || !("pool" in first.role)) return undefined;
  const turn = `${account} ${pool} ${first.role.slice}`;
  const last = state.shareTurns.get(turn) ?? "";
  const row = inOrder.find(({ e164 }) => e164 > last) ?? first;
  state.shareTurns.set(turn, row.e164);
  return { row, how: "shared" };
}

function sourceNumber(state: MemoryState, account: AccountId, plan: LeasePlan): Found | undefined {
  const row = state.numbers.find(({ account: owner, id }) => owner === account && id === plan.sourceNumber);
  return row && { row, how: "source" };
}
