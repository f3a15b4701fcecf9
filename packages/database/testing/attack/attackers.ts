import { day, type Instant } from "@ringtrail/core";
import type { Channel } from "@ringtrail/core/attribution";
import type { Hit } from "./clinic-weeks.ts";

/** A call as the care side's list has it. */
export interface ListedCall {
  readonly ref: string;
  readonly rangAt: Instant;
  readonly channel: Channel | undefined;
}

/** A row of the marketing dump that stands for calls, in the order it was dumped. Undefined fields are not in the dump. */
export interface DumpedCalls {
  readonly way: string;
  readonly channel: string | undefined;
  readonly calls: number;
  /** Moments that stand in the row. */
  readonly from: Instant;
  readonly to: Instant;
}

/** Says of every listed call which way it came. */
export type Attack = (calls: readonly ListedCall[]) => readonly (string | undefined)[];

/** How often calls come each way, as far as an attacker knows without us: from the ad account, from last year. */
export type Prior = ReadonlyMap<string, { readonly channel: Channel; readonly weight: number }>;

/** Chance: knows the call's channel, which stands beside the caller, and says the most frequent way of it. */
export function byChance(prior: Prior): Attack {
  return (calls) => calls.map(({ channel }) => likeliest(prior, channel, () => 1));
}

/** Lays the rows, in the order they lie in or another, beside the calls in the order they rang. */
export function byOrder(rows: readonly DumpedCalls[]): Attack {
  const laid = rows.flatMap((row) => Array.from({ length: row.calls }, () => row));
  return (calls) => {
    const left = [...laid];
    return calls.map(({ channel }) => {
      const nth = left.findIndex((row) => row.channel === channel);
      return nth === -1 ? undefined : left.splice(nth, 1)[0]?.way;
    });
  };
}

/** Looks at the rows whose moments a call lies between: what they show, and what they hide by what is usual. */
export function byMoment(rows: readonly DumpedCalls[], prior: Prior): Attack {
  return (calls) =>
    calls.map(({ rangAt, channel }) => {
      const around = rows.filter((row) => row.from <= rangAt && rangAt <= row.to);
      return likeliest(prior, channel, (way, weight) => {
        const shown = around.find((row) => row.way === way);
        return shown === undefined ? 1 : shown.calls / weight;
      });
    });
}

/** Holds counts of visits by day: says of each call the way of its channel that most calls of that day should have come by. */
export function byDayCounts(hits: readonly Hit[], wayOf: (hit: Hit) => string, prior: Prior): Attack {
  const dayOf = (at: Instant) => Math.floor(at / day);
  const days = Map.groupBy(hits, ({ at }) => dayOf(at));
  const [all, number] = [Map.groupBy(hits, wayOf), days.size];
  return (calls) =>
    calls.map(({ rangAt, channel }) => {
      const today = Map.groupBy(days.get(dayOf(rangAt)) ?? [], wayOf);
      return likeliest(prior, channel, (way) => {
        const usual = (all.get(way)?.length ?? 0) / number;
        return usual === 0 ? 0 : (today.get(way)?.length ?? 0) / usual;
      });
    });
}

/** The share of calls an attack is right about. */
export function rightShare(said: readonly (string | undefined)[], truth: readonly string[]): number {
  return said.filter((way, nth) => way === truth[nth]).length / truth.length;
}

/** The way of a channel that weighs most, each by its weight times what else is known of it. */
function likeliest(
  prior: Prior,
  channel: Channel | undefined,
  times: (way: string, weight: number) => number,
): string | undefined {
  const ways = [...prior].filter(([, of]) => of.channel === channel);
  const scores = ways.map(([way, { weight }]) => [way, weight * times(way, weight)] as const);
  return scores.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
