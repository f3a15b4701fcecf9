import type { VisitId } from "@ringtrail/core";
import { creditPaths, matchCall, type CallOnNumber, type PathTotals, type Touch } from "@ringtrail/core/attribution";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";

/** How long it takes to say who of 200 visits called, and to credit 10,000 paths by the exact Markov model. */
export function benchAttribution(): Promise<readonly Measure[]> {
  const call = callOf(200);
  const paths = pathsOf(10_000);
  const rules = { isDirect: () => false, isPaid: () => false, transform: "unique" } as const;
  // Beside them: the least anybody must do, which is to weigh each visit and put them in order, or to read each path once.
  const order = () => call.holdings.map(({ shownAgoMs }) => Math.exp(-shownAgoMs / 1e6)).toSorted((a, b) => b - a);
  const readPaths = () => new Map(paths.map(({ path, conversions }) => [path.join(" > "), conversions]));
  const line = { unit: "ms", good: "below" } as const;
  return Promise.resolve([
    {
      ...line,
      what: "who of 200 visits called, with reasons, p50",
      budget: 1,
      measured: timed(2_000, () => matchCall(call)),
      reference: timed(2_000, order),
      quietReference: 0.008,
    },
    {
      ...line,
      what: "exact Markov on 10,000 paths, 12 channels, p50",
      budget: 100,
      measured: timed(30, () => creditPaths(paths, "markov", rules)),
      reference: timed(30, readPaths),
      quietReference: 12,
    },
  ]);
}

/** The middle of so many runs, after as many that warm up. */
function timed(runs: number, work: () => unknown): number {
  for (let run = 0; run < runs; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return percentile(times, 0.5);
}

function callOf(visits: number): CallOnNumber {
  const touch: Touch = {
    channel: "paid_search",
    source: "google",
    medium: "cpc",
    campaign: undefined,
    keyword: undefined,
    clickId: "gclid",
    rule: "click_id_gclid",
  };
  const holdings = Array.from({ length: visits }, (_, nth) => ({
    visit: `visit-${nth}` as VisitId,
    touch,
    shownAgoMs: (nth + 1) * 240_000,
    seenAgoMs: nth * 240_000,
    tappedAgoMs: nth % 20 === 0 ? nth * 240_000 + 9_000 : undefined,
    device: nth % 3 === 0 ? ("computer" as const) : ("phone" as const),
    region: { code: nth % 4 === 0 ? "US-CA" : "US-NV", certainty: 0.8 },
  }));
  return { sourceTouch: undefined, holdings, earlierCallsAgoMs: [], lastHeldAgoMs: 0, callerRegion: "US-CA" };
}

/** Paths of one to eight steps among twelve channels, each different, the same in every run. */
function pathsOf(count: number): readonly PathTotals[] {
  const channel = (number: number) => `channel-${number % 12}`;
  return Array.from({ length: count }, (_, nth) => ({
    path: [
      channel(nth),
      ...Array.from({ length: nth % 8 }, (__, step) => channel(Math.floor(nth / 3 ** step))),
    ] as const,
    conversions: nth % 5,
    value: nth,
    nulls: nth % 91,
  }));
}
