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
import type { NumberState, Rent, SiteSettings } from "@ringtrail/core/ports";
import type { SizeAsked } from "../workflows/expect-accuracy.ts";
import { showMaybe, showMoment } from "./show-moment.ts";

/** A pool with its numbers now, and with the source numbers that stand beside them for the same target number. */
export function showPool(
  pool: NumberPool,
  site: SiteSettings | undefined,
  states: readonly NumberState[],
  now: Instant,
  figures: PoolFigures = {},
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
    ...showFigures(
      figures,
      states.filter((state) => state.pool === pool.id).map(({ slice }) => slice),
    ),
    numbers: numbers.map((state) => showNumber(state, pool, now)),
  };
}

/** What was worked out of a pool; what is not known yet is left out. */
export interface PoolFigures {
  readonly measured?: MeasuredDemand | undefined;
  readonly accuracy?: (asked: SizeAsked) => number | undefined;
  /** What the carrier asks a month for each of its numbers, as far as it is known. */
  readonly rents?: readonly Rent[];
  readonly nearlyFullSince?: Instant | undefined;
}

/** Losses whose sizes are shown beside the one of now. */
const wantedLosses = [0.1, 0.05, 0.01, 0.001] as const;

/** The demand, what is lost now, and what other sizes would lose, know and cost. */
function showFigures(
  { measured, accuracy, rents = [], nearlyFullSince }: PoolFigures,
  slices: readonly string[],
): Pick<PoolState, "demand" | "lossProbability" | "sizes" | "nearlyFullSince"> {
  if (measured === undefined) return {};
  const { demand, busyHour, loss, isNearlyFull } = measured;
  const { visitsPerHour, stayMs } = demand;
  const found = wantedLosses.flatMap((wanted) => sizePool(demand, wanted) ?? []);
  const sizes = [judgeSize(slices.length, demand), ...found]
    .toSorted((a, b) => a.numbers - b.numbers)
    .filter(({ numbers }, nth, all) => numbers !== all[nth - 1]?.numbers);
  const isPartitioned = slices.some((slice) => slice !== "any");
  return {
    demand: { busyHour: showMoment(busyHour), visitsPerHour, stayMs, offeredLoad: loadOf(demand), isNearlyFull },
    lossProbability: loss,
    nearlyFullSince: showMaybe(nearlyFullSince),
    sizes: sizes.map(({ numbers, loss: lost }) => ({
      numbers,
      loss: lost,
      accuracy: accuracy?.({ numbers, demand, isPartitioned }),
      monthly: monthlyCost(numbers, rents),
    })),
  };
}

/** So many numbers at the mean rent of those there are; nothing where no rent is known or currencies are mixed. */
function monthlyCost(numbers: number, rents: readonly Rent[]): Rent | undefined {
  const [first] = rents;
  if (first === undefined || rents.some(({ currency }) => currency !== first.currency)) return undefined;
  const mean = rents.reduce((sum, { cents }) => sum + cents, 0) / rents.length;
  return { cents: Math.round(numbers * mean), currency: first.currency };
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
