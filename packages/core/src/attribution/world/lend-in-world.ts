import type { World } from "./world.ts";

/** Lends a world's numbers as a pool does: the visitor's own again, else the longest-rested, else shared in turn. */
export interface WorldPool {
  /** Answers the number for a visit that begins now and holds it until then. */
  lend(visitor: string, source: string, now: number, until: number): string;
}

interface PoolNumber {
  readonly name: string;
  until: number;
  lentAt: number;
}

/** The pool of a world: one slice for each source that has enough load, or one for all. */
export function makeWorldPool({ numbers, isPartitioned, sources }: World): WorldPool {
  const slices = isPartitioned ? partition(numbers, sources) : new Map([["", numbers]]);
  const pools = new Map<string, PoolNumber[]>();
  for (const [slice, count] of slices) {
    pools.set(
      slice,
      Array.from({ length: count }, (_, nth) => ({ name: `${slice}#${nth}`, until: -1, lentAt: -1 })),
    );
  }
  const last = new Map<string, PoolNumber>();
  return {
    lend: (visitor, source, now, until) => {
      const slice = pools.get(source) ?? pools.get("") ?? [];
      const own = last.get(visitor);
      const chosen = own !== undefined && own.until <= now && slice.includes(own) ? own : choose(slice, now);
      if (chosen === undefined) return "none";
      chosen.until = Math.max(chosen.until, until);
      chosen.lentAt = now;
      last.set(visitor, chosen);
      return chosen.name;
    },
  };
}

function choose(slice: readonly PoolNumber[], now: number): PoolNumber | undefined {
  let rested: PoolNumber | undefined;
  let shared: PoolNumber | undefined;
  for (const number of slice) {
    if (number.until <= now && (rested === undefined || number.until < rested.until)) rested = number;
    if (shared === undefined || number.lentAt < shared.lentAt) shared = number;
  }
  return rested ?? shared;
}

/** Every source gets one number, the rest go by load. With fewer numbers than sources, the smallest share one slice. */
function partition(numbers: number, sources: World["sources"]): Map<string, number> {
  const bySize = sources.toSorted((a, b) => b.share - a.share);
  const own = numbers >= bySize.length ? bySize : bySize.slice(0, Math.max(0, numbers - 1));
  const rest = bySize.slice(own.length).reduce((sum, { share }) => sum + share, 0);
  const slices = [...own, ...(rest > 0 ? [{ name: "", share: rest }] : [])];
  const all = slices.reduce((sum, { share }) => sum + share, 0);
  const counts = new Map(slices.map(({ name }) => [name, 1]));
  for (let left = numbers - slices.length; left > 0; left -= 1) {
    const load = ({ name, share }: { name: string; share: number }) => share / all / (counts.get(name) ?? 1);
    const [neediest] = slices.toSorted((a, b) => load(b) - load(a));
    if (neediest !== undefined) counts.set(neediest.name, (counts.get(neediest.name) ?? 1) + 1);
  }
  return counts;
}
