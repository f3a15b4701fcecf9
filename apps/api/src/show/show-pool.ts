import type { NumberShown, PoolState } from "@ringtrail/api-contract";
import type { Instant } from "@ringtrail/core";
import {
  judgeSize,
  leaseState,
  loadOf,
  sizePool,
  type MeasuredDemand,
  type NumberPool,
} from "@ringtrail/core/number-pool";
import type { NumberState, SiteSettings } from "@ringtrail/core/ports";
import { showMaybe, showMoment } from "./show-moment.ts";

/** A pool with its numbers now, and with the source numbers that stand beside them for the same target number. */
export function showPool(
  pool: NumberPool,
  site: SiteSettings | undefined,
  states: readonly NumberState[],
  now: Instant,
  measured?: MeasuredDemand,
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
    ...(measured === undefined ? {} : showDemand(measured, states.filter((state) => state.pool === pool.id).length)),
    numbers: numbers.map((state) => showNumber(state, pool, now)),
  };
}

/** Losses whose sizes are shown beside the one of now. */
const wantedLosses = [0.1, 0.05, 0.01, 0.001] as const;

/** The demand, what is lost now, and what other sizes would lose. */
function showDemand(
  { demand, busyHour, loss, isNearlyFull }: MeasuredDemand,
  owned: number,
): Pick<PoolState, "demand" | "lossProbability" | "sizes"> {
  const { visitsPerHour, stayMs } = demand;
  const found = wantedLosses.flatMap((wanted) => sizePool(demand, wanted) ?? []);
  const sizes = [judgeSize(owned, demand), ...found.filter(({ numbers }) => numbers !== owned)]
    .toSorted((a, b) => a.numbers - b.numbers)
    .filter(({ numbers }, nth, all) => numbers !== all[nth - 1]?.numbers);
  return {
    demand: { busyHour: showMoment(busyHour), visitsPerHour, stayMs, offeredLoad: loadOf(demand), isNearlyFull },
    lossProbability: loss,
    sizes: sizes.map(({ numbers, loss: lost, accuracy }) => ({ numbers, loss: lost, accuracy })),
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
