import type { Slice } from "./pool.ts";
import { paidSlice, slicesFor } from "./slices-for.ts";

/** Where visits come from when nobody has measured it: what the simulator assumes of a site it knows nothing of. */
const usualVisits: Readonly<Record<Slice, number>> = {
  paid_search: 40,
  organic_search: 30,
  maps: 10,
  direct: 10,
  referral: 10,
};
/** Fewer visits than this say nothing of where the others will come from. */
const leastMeasured = 100;
/** A channel that sends less of the visits than this has no need of a number of its own. */
const leastShare = 0.03;

/**
 * Says for which slice a pool's next number is needed most, so that a pool is partitioned by source unless somebody
 * wants it otherwise. The first number is for everybody: no channel may be without. Then one is kept for paid clicks,
 * then every channel that sends visits gets one, the busiest first, and further ones go where most visits share one.
 *
 * @param owned the slice of each number the pool has.
 * @param measured visits of each channel, in any span of time.
 */
export function chooseSlice(owned: readonly Slice[], measured: ReadonlyMap<Slice, number>): Slice {
  if (!owned.includes("any")) return "any";
  const all = [...measured.values()].reduce((sum, visits) => sum + visits, 0);
  const visits = all >= leastMeasured ? measured : new Map(Object.entries(usualVisits));
  const total = [...visits.values()].reduce((sum, some) => sum + some, 0);
  const load = new Map<Slice, number>();
  const add = (slice: Slice, some: number): void => void load.set(slice, (load.get(slice) ?? 0) + some);
  for (const [channel, some] of visits) add(homeOf(channel, owned), some);
  const wanting = [...load].filter(([slice, some]) => !owned.includes(slice) && some / total >= leastShare);
  for (const [slice, some] of [...load].filter(([slice]) => !owned.includes(slice))) {
    load.delete(slice);
    add("any", some);
  }
  const [paid] = wanting.filter(([slice]) => slice === paidSlice);
  const [busiest] = wanting.toSorted(byMost);
  const [first] = paid ?? busiest ?? [];
  if (first !== undefined) return first;
  const perNumber = [...load].map(([slice, some]): readonly [Slice, number] => {
    return [slice, some / owned.filter((one) => one === slice).length];
  });
  return perNumber.toSorted(byMost)[0]?.[0] ?? "any";
}

/** The slice a channel's visits come to first, of those there are; where there is none, the one it ought to have. */
function homeOf(channel: Slice, owned: readonly Slice[]): Slice {
  const [own = "any", ...others] = slicesFor(channel);
  if (owned.includes(own)) return own;
  return others.includes(paidSlice) ? paidSlice : own;
}

function byMost([slice, one]: readonly [Slice, number], [other, another]: readonly [Slice, number]): number {
  return another - one || (slice < other ? -1 : 1);
}
