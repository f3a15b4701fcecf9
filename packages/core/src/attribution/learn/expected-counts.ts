import type { CallParameters } from "../call-parameters.ts";
import { logSpreadDensity } from "../delay-density.ts";
import { same, type CallTally, type SiteTally } from "./site-tally.ts";
import { lookUp } from "../look-up.ts";

/** How many calls came from where, counted in parts of calls. */
export interface ExpectedCounts {
  /** From visits by what they saw, by kind of visit. */
  readonly cells: Float64Array;
  /** The same whether on the page or not: `sight[group * ageBins + bin]`. */
  readonly sight: Float64Array;
  /** Of these, from visits on their page. */
  onPage: number;
  /** From taps, by the part of their delays, and the sum of those delays. */
  readonly taps: { calls: number; delays: number }[];
  nobody: number;
  returning: number;
  /** The sum of the logarithms of all calls' rates: what learning makes as large as it can. */
  logLikelihood: number;
  /** Calls of callers who had called before: how much of each is theirs alone, and how much a visit's. */
  readonly redials: { readonly call: CallTally; readonly part: number }[];
  readonly comeBacks: { readonly call: CallTally; readonly part: number }[];
  /** From visits, where the caller is told. */
  callerVisits: number;
  /** Calls whose visit's region is known, and of these those that are from it because the caller lives there. */
  regionKnown: number;
  regionSame: number;
  readonly callers: Map<string, number>;
  readonly strangers: Map<string, number>;
}

/** Nothing counted yet. */
export function emptyCounts({ exposure }: SiteTally): ExpectedCounts {
  return {
    cells: new Float64Array(exposure.length * 2),
    sight: new Float64Array(exposure.length),
    onPage: 0,
    taps: [],
    nobody: 0,
    returning: 0,
    logLikelihood: 0,
    redials: [],
    comeBacks: [],
    callerVisits: 0,
    regionKnown: 0,
    regionSame: 0,
    callers: new Map(),
    strangers: new Map(),
  };
}

/** Adds up what was counted by kind of visit. */
export function foldCells(counts: ExpectedCounts): void {
  for (let place = 0; place < counts.sight.length; place += 1) {
    const there = counts.cells[place * 2 + 1] ?? 0;
    counts.sight[place] = (counts.cells[place * 2] ?? 0) + there;
    counts.onPage += there;
  }
}

/** Counts a call's taps by the part of the delays they belong to. */
export function addTaps(
  counts: ExpectedCounts,
  { taps }: CallTally,
  rates: readonly number[],
  share: number,
  { tapDelays }: CallParameters,
): void {
  for (const [nth, { agoMs }] of taps.entries()) {
    const densities = tapDelays.map((part) => part.share * Math.exp(logSpreadDensity(part, agoMs)));
    const all = densities.reduce((sum, density) => sum + density, 0);
    for (const [part, density] of densities.entries()) {
      const calls = all > 0 ? ((rates[nth] ?? 0) * share * density) / all : 0;
      const sum = counts.taps[part] ?? { calls: 0, delays: 0 };
      counts.taps[part] = { calls: sum.calls + calls, delays: sum.delays + calls * agoMs };
    }
  }
}

/** Counts a call's region: for the visit's own, or for the table of callers elsewhere, or for that of strangers. */
export function divideRegions(
  counts: ExpectedCounts,
  caller: string | undefined,
  visits: readonly number[],
  nobody: number,
  { regions }: CallParameters,
): void {
  if (caller === undefined) return;
  const elsewhere = (1 - regions.same) * lookUp(regions.callers, caller, regions.unlisted);
  const inSame = visits[same] ?? 0;
  const lives = (inSame * regions.same) / (regions.same + elsewhere);
  const [, inOther = 0] = visits;
  counts.regionKnown += inSame + inOther;
  counts.regionSame += lives;
  counts.callers.set(caller, (counts.callers.get(caller) ?? 0) + inSame - lives + inOther);
  counts.strangers.set(caller, (counts.strangers.get(caller) ?? 0) + nobody);
}
