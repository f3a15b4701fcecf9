import type { DeviceKind } from "../call-parameters.ts";

/** The order in which learning counts devices. */
export const deviceKinds: readonly DeviceKind[] = ["phone", "tablet", "computer", "unknown"];

/** How a visit's region stands to the caller's. */
export const same = 0;
export const other = 1;
export const unknown = 2;

/** One call as learning sees it: how many visits of each kind it may have come from. */
export interface CallTally {
  /** Kinds of visits (`cellOf`), one run for each way the region may stand, and how many of each kind. */
  readonly cells: Int32Array;
  readonly counts: Uint16Array;
  /** Where the runs of `same`, `other` and `unknown` end. */
  readonly ends: readonly [number, number, number];
  /** Visits that tapped: how long before the ring, and how their region stands to the caller's. */
  readonly taps: readonly { readonly agoMs: number; readonly region: number }[];
  readonly callerRegion: string | undefined;
  readonly earlierCallsAgoMs: readonly number[];
  readonly earlierOnNumberAgoMs: readonly number[];
  readonly ringsOnNumber: number;
  readonly people: number;
  readonly hasCaller: boolean;
}

/** Everything learning needs of a site's events. */
export interface SiteTally {
  readonly sources: readonly string[];
  readonly calls: readonly CallTally[];
  /** By source and device: how many visits could have called for how long; `exposure[group * ageBins + bin]`. */
  readonly exposure: Float64Array;
  /** The same of taps, and of calls that could have been repeated, by age bin. */
  readonly tapExposure: Float64Array;
  readonly redialExposure: Float64Array;
  /** How long visits of an age were watched and how long of it they were on the page. */
  readonly presence: Float64Array;
  readonly visitRegions: ReadonlyMap<string, number>;
  /** Milliseconds that numbers could be called by strangers. */
  readonly numberMs: number;
}
