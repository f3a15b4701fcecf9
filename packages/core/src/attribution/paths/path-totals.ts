/** A way people took, channel by channel, and what came of it. */
export interface PathTotals {
  /** Oldest first. */
  readonly path: readonly [string, ...string[]];
  /** How many who took it called. Need not be whole: a call may be credited in parts. */
  readonly conversions: number;
  /** What their calls were worth, in the owner's currency. */
  readonly value: number;
  /** How many who took it did not call. */
  readonly nulls: number;
}

/** What a model credits to one channel. */
export interface ChannelTotal {
  readonly conversions: number;
  readonly value: number;
}

/** One channel's shares of one path's conversions, by channel. They add up to one. */
export type PathShares = ReadonlyMap<string, number>;

/** Adds shares of the same channel together, in the order in which channels first appear. */
export function byChannel(path: readonly string[], shares: readonly number[]): PathShares {
  const sums = new Map<string, number>();
  for (const [nth, channel] of path.entries()) sums.set(channel, (sums.get(channel) ?? 0) + (shares[nth] ?? 0));
  return sums;
}
