import { tapCountsMs } from "../weigh-holding.ts";
import { isOnPage } from "../weigh-presence.ts";
import { historyOf } from "../replay/judge-situation.ts";
import type { CallSituation, Shown } from "../replay/call-situation.ts";
import { ageBins, binEnd, binOf } from "./age-bins.ts";
import { deviceKinds, other, same, unknown, type CallTally, type SiteTally } from "./site-tally.ts";

/** Gathers what learning needs while a site's events are replayed. */
export interface Tallier {
  shown(shown: Shown): void;
  present(fromAge: number, toAge: number): void;
  call(situation: CallSituation): void;
  /** Ends the count at the last event's instant. */
  end(now: number): SiteTally;
}

/** A kind of visit in one number: its source and device, its age, and whether it is on its page. */
function cellOf(group: number, bin: number, isThere: boolean): number {
  return (group * ageBins + bin) * 2 + (isThere ? 1 : 0);
}

/** A tallier of nothing yet. */
export function makeTallier(): Tallier {
  const sources = new Map<string, number>();
  const shownOnes: Shown[] = [];
  const numbers = new Map<string, number>();
  const calls: CallTally[] = [];
  const callsAt: number[] = [];
  const visitRegions = new Map<string, number>();
  const present = new Float64Array(ageBins);
  let begin = Infinity;
  const groupOf = (shown: Shown) => {
    const source = sources.get(shown.source) ?? sources.size;
    sources.set(shown.source, source);
    return source * deviceKinds.length + deviceKinds.indexOf(shown.device ?? "unknown");
  };
  return {
    shown: (shown) => {
      begin = Math.min(begin, shown.at);
      shownOnes.push(shown);
      groupOf(shown);
      if (shown.region !== undefined) visitRegions.set(shown.region, (visitRegions.get(shown.region) ?? 0) + 1);
    },
    present: (from, to) => spreadOver(present, from, to),
    call: (situation) => {
      const { call, shown } = situation;
      begin = Math.min(begin, call.at);
      numbers.set(call.number, (numbers.get(call.number) ?? 0) + 1);
      if (call.caller !== undefined) callsAt.push(call.at);
      calls.push(tallyCall(situation, shown, groupOf));
    },
    end: (now) => {
      const exposure = new Float64Array(sources.size * deviceKinds.length * ageBins);
      const [tapExposure, redialExposure, watched] = [0, 1, 2].map(() => new Float64Array(ageBins));
      for (const shown of shownOnes) {
        add(exposure, groupOf(shown) * ageBins + binOf(now - shown.at));
        if (shown.tappedAt !== undefined) add(tapExposure, binOf(now - shown.tappedAt));
        add(watched, binOf(now - shown.at));
      }
      for (const at of callsAt) add(redialExposure, binOf(now - at));
      return {
        sources: [...sources.keys()],
        calls,
        exposure,
        tapExposure: tapExposure ?? new Float64Array(ageBins),
        redialExposure: redialExposure ?? new Float64Array(ageBins),
        presence: presenceOf(present, watched ?? new Float64Array(ageBins)),
        visitRegions,
        numberMs: Math.max(1, now - begin) * Math.max(1, numbers.size),
      };
    },
  };
}

function add(counts: Float64Array | undefined, place: number): void {
  if (counts !== undefined) counts[place] = (counts[place] ?? 0) + 1;
}

/** Adds a stretch of ages to the bins it lies in, as the share of each bin's own length. */
function spreadOver(bins: Float64Array, from: number, to: number): void {
  for (let bin = binOf(from); bin < ageBins; bin += 1) {
    const [begins, ends] = [bin === 0 ? 0 : binEnd(bin - 1), binEnd(bin)];
    const part = (Math.min(to, ends) - Math.max(from, begins)) / (ends - begins);
    if (part <= 0) return;
    bins[bin] = (bins[bin] ?? 0) + part;
  }
}

/** Which share of the visits that reached an age were on the page then. */
function presenceOf(present: Float64Array, ended: Float64Array): Float64Array {
  const share = new Float64Array(ageBins);
  let reached = 0;
  for (let bin = ageBins - 1; bin >= 0; bin -= 1) {
    reached += ended[bin] ?? 0;
    share[bin] = reached > 0 ? Math.min(1, (present[bin] ?? 0) / reached) : 0;
  }
  return share;
}

function tallyCall(situation: CallSituation, shown: readonly Shown[], groupOf: (shown: Shown) => number): CallTally {
  const { call } = situation;
  const runs = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()] as const;
  const taps: { agoMs: number; region: number }[] = [];
  for (const one of shown) {
    const isKnown = one.region !== undefined && call.callerRegion !== undefined;
    const region = isKnown ? (one.region === call.callerRegion ? same : other) : unknown;
    const hiddenAgoMs = one.visit.hiddenAt === undefined ? undefined : call.at - one.visit.hiddenAt;
    const isThere = isOnPage({ seenAgoMs: Math.max(0, call.at - one.visit.seenAt), hiddenAgoMs });
    const cell = cellOf(groupOf(one), binOf(call.at - one.at), isThere);
    const run = runs[region];
    run.set(cell, (run.get(cell) ?? 0) + 1);
    const tappedAgoMs = one.tappedAt === undefined ? Infinity : call.at - one.tappedAt;
    if (tappedAgoMs <= tapCountsMs) taps.push({ agoMs: tappedAgoMs, region });
  }
  const { earlierCallsAgoMs, earlierOnNumberAgoMs, ringsOnNumber, people } = historyOf(situation);
  const [first, second, third] = runs;
  return {
    cells: Int32Array.from([...first.keys(), ...second.keys(), ...third.keys()]),
    counts: Uint16Array.from([...first.values(), ...second.values(), ...third.values()]),
    ends: [first.size, first.size + second.size, first.size + second.size + third.size],
    taps,
    callerRegion: call.callerRegion,
    earlierCallsAgoMs,
    earlierOnNumberAgoMs,
    ringsOnNumber,
    people,
    hasCaller: call.caller !== undefined,
  };
}
