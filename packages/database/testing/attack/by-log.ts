import { minute } from "@ringtrail/core";
import type { Attack, DumpedCalls, ListedCall } from "./attackers.ts";
import type { Hit } from "./clinic-weeks.ts";

/** What an attacker holds beside an access log to the second and the list of calls. */
export interface BesideLog {
  /** The report's rows: how many calls of a period came which way. */
  readonly report?: readonly DumpedCalls[];
  /** Another attack; what it says counts as much as four visits. */
  readonly hint?: Attack;
}

/** How strongly the log points at each way a call can have come. */
type Pointers = ReadonlyMap<string, number>;
type Rates = ReadonlyMap<string, number>;

/** Nobody calls later than this after a visit. */
const within = 40 * minute;
const rounds = 40;

/**
 * Holds the web server's log: weighs each visit before a call by how long ago it was and by how often visits of its way
 * call, which it learns from log and list alone, by expectation and maximisation. Told the report as well, it fits what it
 * believes of each period until that adds up to the report: nothing more can be had from totals.
 */
export function byLog(
  hits: readonly Hit[],
  wayOf: (hit: Hit) => string,
  { report = [], hint }: BesideLog = {},
): Attack {
  const visits = new Map([...Map.groupBy(hits, wayOf)].map(([way, of]) => [way, of.length]));
  return (calls) => {
    const hints = hint?.(calls);
    const pointers = pointAt(hits, wayOf, calls).map((to, nth) => (hints === undefined ? to : hinted(to, hints[nth])));
    const rates = learnRates(pointers, visits);
    const said = pointers.map((to) => likeliest(to, rates));
    for (const period of Map.groupBy(report, ({ from }) => from).values()) {
      const [first] = period;
      if (first === undefined) continue;
      const nths = calls.flatMap(({ rangAt }, nth) => (first.from <= rangAt && rangAt < first.to ? [nth] : []));
      const inside = nths.map((nth) => pointers[nth] ?? new Map<string, number>());
      const fitted = fitToReport(inside, rates, period);
      nths.forEach((nth) => (said[nth] = likeliest(pointers[nth] ?? new Map<string, number>(), fitted)));
    }
    return said;
  };
}

function pointAt(hits: readonly Hit[], wayOf: (hit: Hit) => string, calls: readonly ListedCall[]): readonly Pointers[] {
  const spans = Map.groupBy(hits, (hit) => Math.floor(hit.at / within));
  return calls.map(({ rangAt, channel }) => {
    const to = new Map<string, number>();
    const span = Math.floor(rangAt / within);
    for (const hit of [...(spans.get(span - 1) ?? []), ...(spans.get(span) ?? [])]) {
      const ago = rangAt - hit.at;
      if (ago < 0 || ago > within || hit.touch.channel !== channel) continue;
      to.set(wayOf(hit), (to.get(wayOf(hit)) ?? 0) + Math.exp(-ago / (4 * minute)));
    }
    return to;
  });
}

function hinted(to: Pointers, way: string | undefined): Pointers {
  return new Map([...to].map(([one, weight]) => [one, one === way ? weight * 4 : weight]));
}

/** How often visits of each way call, as log and list say by themselves. */
function learnRates(pointers: readonly Pointers[], visits: ReadonlyMap<string, number>): Rates {
  let rates: Rates = new Map([...visits.keys()].map((way) => [way, 1]));
  for (let round = 0; round < rounds; round += 1) {
    const expected = expectedBy(pointers, rates, (way) => way);
    rates = new Map([...visits].map(([way, of]) => [way, (expected.get(way) ?? 0) / of]));
  }
  return rates;
}

/** The rates under which a period's calls add up to what the report says of it (iterative proportional fitting). */
function fitToReport(pointers: readonly Pointers[], learned: Rates, period: readonly DumpedCalls[]): Rates {
  const cells = new Map([...learned.keys()].map((way) => [way, cellOf(way, period)]));
  let rates = learned;
  for (let round = 0; round < rounds; round += 1) {
    const expected = expectedBy(pointers, rates, (way) => cells.get(way)?.way ?? "in no cell");
    const times = (way: string) => {
      const cell = cells.get(way);
      return cell === undefined ? 0 : cell.calls / Math.max(expected.get(cell.way) ?? 0, 1e-9);
    };
    rates = new Map([...rates].map(([way, rate]) => [way, rate * times(way)]));
  }
  return rates;
}

/** The cell a way's calls were counted in: the narrowest that has all its names so far. */
function cellOf(way: string, period: readonly DumpedCalls[]): DumpedCalls | undefined {
  const has = period.filter((cell) => way === cell.way || cell.way === "" || way.startsWith(`${cell.way} / `));
  return has.toSorted((a, b) => b.way.length - a.way.length)[0];
}

/** How many calls of each kind of way are believed in under these rates. */
function expectedBy(pointers: readonly Pointers[], rates: Rates, kindOf: (way: string) => string): Map<string, number> {
  const expected = new Map<string, number>();
  for (const to of pointers) {
    const beliefs = [...to].map(([way, weight]) => [way, weight * (rates.get(way) ?? 0)] as const);
    const all = beliefs.reduce((sum, [, belief]) => sum + belief, 0);
    if (all === 0) continue;
    for (const [way, belief] of beliefs) {
      expected.set(kindOf(way), (expected.get(kindOf(way)) ?? 0) + belief / all);
    }
  }
  return expected;
}

function likeliest(to: Pointers, rates: Rates): string | undefined {
  const beliefs = [...to].map(([way, weight]) => [way, weight * (rates.get(way) ?? 0)] as const);
  return beliefs.toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
