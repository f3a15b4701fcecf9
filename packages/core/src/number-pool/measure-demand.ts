import type { PoolId } from "../ids.ts";
import type { Instant, Milliseconds } from "../time.ts";
import { erlangB } from "./erlang-b.ts";
import type { NumberPool, Slice } from "./pool.ts";
import { loadOf, type PoolDemand } from "./size-pool.ts";
import { paidSlice, slicesFor } from "./slices-for.ts";

/** Visits of one channel that came for a pool's numbers in one hour and gave a sign of life. */
export interface Arrivals {
  readonly pool: PoolId;
  /** When the hour began. */
  readonly hour: Instant;
  readonly channel: Slice;
  readonly visits: number;
  /** From first to last sign of life, of all of them together. */
  readonly stayMs: Milliseconds;
}

/** A pool's demand as it was measured, and what its numbers do about it. */
export interface MeasuredDemand {
  readonly demand: PoolDemand;
  /** When the busiest hour began; of several the last. */
  readonly busyHour: Instant;
  /** The share of the busy hour's visits that find no number of their own. */
  readonly loss: number;
  /** The offered load is three quarters of the numbers or more: time to add some. */
  readonly isNearlyFull: boolean;
}

/** A pool is called nearly full from this load per number on. */
const nearlyFull = 0.75;

/**
 * The demand at the busiest measured hour, with the mean stay of the whole time: a single hour has too few visits to say
 * how long they stay. Undefined where no visit came.
 *
 * @param slices how many numbers each slice of the pool owns.
 */
export function measureDemand(
  pool: Pick<NumberPool, "id" | "graceMs">,
  slices: Readonly<Record<Slice, number>>,
  arrivals: readonly Arrivals[],
): MeasuredDemand | undefined {
  const ours = arrivals.filter(({ pool: id }) => id === pool.id);
  const visitsIn = (hour: Instant): number => sum(ours.filter((row) => row.hour === hour).map(({ visits }) => visits));
  const [first, ...others] = [...new Set(ours.map(({ hour }) => hour))];
  if (first === undefined) return undefined;
  const busyHour = others.reduce((best, hour) => {
    const more = visitsIn(hour) - visitsIn(best);
    return more > 0 || (more === 0 && hour > best) ? hour : best;
  }, first);
  const stayMs = sum(ours.map((row) => row.stayMs)) / sum(ours.map(({ visits }) => visits));
  const demand = { visitsPerHour: visitsIn(busyHour), stayMs, graceMs: pool.graceMs, restMs: 0 };
  const numbers = sum(Object.values(slices));
  const busy = ours.filter(({ hour }) => hour === busyHour);
  return {
    demand,
    busyHour,
    loss: lossBySlice(demand, slices, busy),
    isNearlyFull: numbers === 0 || loadOf(demand) / numbers >= nearlyFull,
  };
}

/**
 * Each channel has its slice, what a slice turns away comes to the next that the channel may use, in the end to `any`.
 * Taken for independent arrivals there, which is a little too kind: what overflows comes in bursts. Without slices it is
 * Erlang B exactly.
 */
function lossBySlice(demand: PoolDemand, slices: Readonly<Record<Slice, number>>, busy: readonly Arrivals[]): number {
  const lossOf = (slice: Slice, visitsPerHour: number): number =>
    erlangB(slices[slice] ?? 0, loadOf({ ...demand, visitsPerHour }));
  const turnedAway = busy.map(({ channel, visits }) => ({
    visits: channel === "any" ? visits : visits * lossOf(channel, visits),
    isPaid: slicesFor(channel).includes(paidSlice),
  }));
  const visitsOf = (paid: boolean): number =>
    sum(turnedAway.filter(({ isPaid }) => isPaid === paid).map(({ visits }) => visits));
  const paid = visitsOf(true);
  const overflow = visitsOf(false) + paid * lossOf(paidSlice, paid);
  return (overflow / demand.visitsPerHour) * lossOf("any", overflow);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
