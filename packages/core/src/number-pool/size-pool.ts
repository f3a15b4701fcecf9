import type { Milliseconds } from "../time.ts";
import { erlangB, offeredLoad } from "./erlang-b.ts";

/** What a site asks of a pool at its busy hour. */
export interface PoolDemand {
  /** Visits that come in an hour and hold a number. */
  readonly visitsPerHour: number;
  /** How long a visit stays, on average. */
  readonly stayMs: Milliseconds;
  /** How long its number stays with it after the last sign of life. */
  readonly graceMs: Milliseconds;
  /** How long a number then may not be lent. In Ringtrail 0: rest is an order, and no bar. */
  readonly restMs: Milliseconds;
}

/** What so many numbers do for a demand. */
export interface PoolSize {
  readonly numbers: number;
  /** Numbers that would be held on average if there were enough, in erlangs. */
  readonly offeredLoad: number;
  /** The share of visits that find every number held. */
  readonly loss: number;
}

/** More numbers than this are not looked for. */
const mostNumbers = 100_000;

/** The erlangs a demand offers: arrivals times how long each holds a number. */
export function loadOf({ visitsPerHour, stayMs, graceMs, restMs }: PoolDemand): number {
  return offeredLoad(visitsPerHour, stayMs + graceMs + restMs);
}

/** What `numbers` do for the demand, by Erlang B. How much they then know of calls is `sizeAccuracy`. */
export function judgeSize(numbers: number, demand: PoolDemand): PoolSize {
  const load = loadOf(demand);
  return { numbers, offeredLoad: load, loss: erlangB(numbers, load) };
}

/** The fewest numbers that lose no more than `loss` of the visits; undefined when a hundred thousand do not do. */
export function sizePool(demand: PoolDemand, loss: number): PoolSize | undefined {
  const load = loadOf(demand);
  let inverse = 1;
  // One more number is one more step of the same recurrence (see `erlangB`).
  for (let numbers = 0; numbers <= mostNumbers; numbers += 1) {
    if (numbers > 0) inverse = 1 + (numbers / load) * inverse;
    if (1 / inverse <= loss) return judgeSize(numbers, demand);
  }
  return undefined;
}
