import type { PathTotals } from "./path-totals.ts";

/** Where people go from each channel: how likely to a call, and to which channel next. What is missing goes nowhere. */
export interface Chain {
  readonly channels: readonly string[];
  /** The probability that a path begins with the channel. */
  readonly begins: readonly number[];
  /** The probability that the next step is a call. */
  readonly calls: readonly number[];
  /** `next[from][to]`. */
  readonly next: readonly Float64Array[];
}

/** Counts the steps of all paths: a Markov chain of first order. */
export function countSteps(paths: readonly PathTotals[]): Chain {
  const place = new Map<string, number>();
  for (const { path } of paths) for (const channel of path) if (!place.has(channel)) place.set(channel, place.size);
  const size = place.size;
  const [begins, calls, leaves] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const next = Array.from({ length: size }, () => new Float64Array(size));
  let people = 0;
  for (const { path, conversions, nulls } of paths) {
    const weight = conversions + nulls;
    people += weight;
    let from = -1;
    for (const channel of path) {
      const to = place.get(channel) ?? 0;
      add(from < 0 ? begins : next[from], to, weight);
      if (from >= 0) add(leaves, from, weight);
      from = to;
    }
    add(calls, from, conversions);
    add(leaves, from, weight);
  }
  const share = (counts: Float64Array) => [...counts].map((count, nth) => over(count, leaves[nth] ?? 0));
  return {
    channels: [...place.keys()],
    begins: [...begins].map((count) => over(count, people)),
    calls: share(calls),
    next: next.map((row, from) => row.map((count) => over(count, leaves[from] ?? 0))),
  };
}

function add(counts: Float64Array | undefined, place: number, weight: number): void {
  if (counts !== undefined) counts[place] = (counts[place] ?? 0) + weight;
}

function over(count: number, all: number): number {
  return all > 0 ? count / all : 0;
}
