import type { LeasePlan, Lent } from "../src/number-pool/index.ts";
import type { NewVisit } from "../src/ports/index.ts";
import { instant, type AccountId, type Instant } from "../src/index.ts";
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

/** Finds what a plan gives, without changing anything; undefined is the page's own number. */
export function findNumber(
  state: MemoryState,
  account: AccountId,
  visit: NewVisit,
  plan: LeasePlan,
): Found | undefined {
  const pool = state.numbers.filter(
    ({ account: owner, role }) => owner === account && "pool" in role && role.pool === plan.pool,
  );
  return (
    kept(state, pool, visit, plan) ??
    plan.slices.map((slice) => rested(inSlice(pool, slice), plan)).find((found) => found !== undefined) ??
    (plan.mayShare
      ? plan.slices.map((slice) => shared(inSlice(pool, slice), plan)).find((found) => found !== undefined)
      : undefined) ??
    sourceNumber(state, account, plan)
  );
}

function inSlice(pool: readonly NumberRow[], slice: string): readonly NumberRow[] {
  return pool.filter(({ role }) => "pool" in role && role.slice === slice);
}

/** The visit's own number, the one it shares, or the visitor's former one. */
function kept(state: MemoryState, pool: readonly NumberRow[], visit: NewVisit, plan: LeasePlan): Found | undefined {
  const own = pool.find((row) => row.lease.visit === visit.id);
  if (own !== undefined) return { row: own, how: "kept" };
  const shares = state.impressions.find(
    (seen) => seen.visit === visit.id && seen.pool === plan.pool && seen.how === "shared",
  );
  const sharing = pool.find((row) => row.id === shares?.number);
  if (sharing !== undefined && !isHeld(sharing, plan.now)) return { row: sharing, how: "kept" };
  if (sharing !== undefined && plan.mayShare) return { row: sharing, how: "shared" };
  const former = plan.slices
    .flatMap((slice) => inSlice(pool, slice))
    .find((row) => row.id === plan.formerNumber && !isHeld(row, plan.now));
  return former && { row: former, how: "kept" };
}

function rested(slice: readonly NumberRow[], plan: LeasePlan): Found | undefined {
  const [row] = slice
    .filter((number) => !isHeld(number, plan.now))
    .toSorted((a, b) => (a.lease.until ?? -1) - (b.lease.until ?? -1) || (a.e164 < b.e164 ? -1 : 1));
  if (row === undefined) return undefined;
  return { row, how: (row.lease.until ?? instant(0)) <= plan.freeSince ? "free" : "resting" };
}

function shared(slice: readonly NumberRow[], plan: LeasePlan): Found | undefined {
  const [row] = slice
    .filter((number) => isHeld(number, plan.now))
    .toSorted((a, b) => (a.sharedAt ?? -1) - (b.sharedAt ?? -1) || (a.e164 < b.e164 ? -1 : 1));
  return row && { row, how: "shared" };
}

function sourceNumber(state: MemoryState, account: AccountId, plan: LeasePlan): Found | undefined {
  const row = state.numbers.find(({ account: owner, id }) => owner === account && id === plan.sourceNumber);
  return row && { row, how: "source" };
}
