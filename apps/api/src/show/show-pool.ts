import type { NumberShown, PoolState } from "@ringtrail/api-contract";
import type { Instant } from "@ringtrail/core";
import { leaseState, type NumberPool } from "@ringtrail/core/number-pool";
import type { NumberState, SiteSettings } from "@ringtrail/core/ports";
import { showMaybe } from "./show-moment.ts";

/** A pool with its numbers now, and with the source numbers that stand beside them for the same target number. */
export function showPool(
  pool: NumberPool,
  site: SiteSettings | undefined,
  states: readonly NumberState[],
  now: Instant,
): PoolState {
  const target = site?.targets.find(({ id }) => id === pool.target);
  const sources = new Set(site?.sources.filter((source) => source.target === pool.target).map(({ number }) => number));
  const numbers = states.filter((state) => state.pool === pool.id || sources.has(state.number));
  return {
    id: pool.id,
    site: pool.site,
    name: target?.label ?? "",
    target: { id: pool.target, e164: target?.e164 ?? "" },
    exclusive: pool.exclusive,
    provisionalMs: pool.provisionalMs,
    graceMs: pool.graceMs,
    restMs: pool.restMs,
    numbers: numbers.map((state) => showNumber(state, pool, now)),
  };
}

function showNumber(state: NumberState, pool: NumberPool, now: Instant): NumberShown {
  const life = state.pool === undefined ? "source" : leaseState(state.lease, pool, now);
  const isLent = life === "provisional" || life === "active" || life === "grace";
  return {
    id: state.number,
    e164: state.e164,
    slice: state.slice,
    state: life,
    until: isLent ? showMaybe(state.lease.until) : undefined,
    sharers: state.sharers,
  };
}
