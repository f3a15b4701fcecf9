import { after, day, minute, type AccountId, type Instant, type PoolId } from "@ringtrail/core";
import { measureDemand, type Arrivals, type MeasuredDemand, type NumberPool } from "@ringtrail/core/number-pool";
import type { NumberState, PoolStore } from "@ringtrail/core/ports";

/** Long enough for the week's busiest hour, short enough to follow a season. */
const measuredMs = 7 * day;
/** The screen asks every few seconds; a week is counted this often at most. */
const freshMs = 5 * minute;
const mostAccounts = 1_000;

/** What visits asked of each pool of an account at its busy hour. */
export function measurePools(
  store: Pick<PoolStore, "arrivals">,
): (
  account: AccountId,
  pools: readonly NumberPool[],
  states: readonly NumberState[],
  now: Instant,
) => Promise<(pool: PoolId) => MeasuredDemand | undefined> {
  const kept = new Map<AccountId, { readonly at: Instant; readonly arrivals: Promise<readonly Arrivals[]> }>();
  const arrivalsOf = (account: AccountId, now: Instant): Promise<readonly Arrivals[]> => {
    const known = kept.get(account);
    if (known !== undefined && now - known.at < freshMs) return known.arrivals;
    const arrivals = store.arrivals(account, after(now, -measuredMs));
    kept.delete(account);
    kept.set(account, { at: now, arrivals });
    if (kept.size > mostAccounts) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest);
    arrivals.catch(() => kept.delete(account));
    return arrivals;
  };
  return async (account, pools, states, now) => {
    const arrivals = await arrivalsOf(account, now);
    const measured = new Map(
      pools.map((pool) => {
        const slices: Record<string, number> = {};
        for (const { slice } of states.filter((state) => state.pool === pool.id))
          slices[slice] = (slices[slice] ?? 0) + 1;
        return [pool.id, measureDemand(pool, slices, arrivals)] as const;
      }),
    );
    return (pool) => measured.get(pool);
  };
}
