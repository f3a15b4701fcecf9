import type { AccountId, Instant, NumberId, Rhythm, SiteId } from "@ringtrail/core";
import type { HourCount } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** Something that used to be heard: visits of a site, calls to a number or to the numbers of a pool. */
export interface HeardThing {
  /** The id it has in the audit log. */
  readonly object: string;
  readonly what: "site" | "number" | "pool";
  /** What owners call it: the site's name, the number, or the number of the business that a pool stands in for. */
  readonly name: string;
  readonly rhythm: Rhythm;
}

/**
 * How often each was heard since then. A pool is one thing: which of its numbers rings is chance, and a bigger pool
 * makes each of them ring less.
 */
export async function rhythmsOf(
  { directory, pools, visits, calls }: Pick<Deps, "calls" | "directory" | "pools" | "visits">,
  account: AccountId,
  since: Instant,
  now: Instant,
): Promise<readonly HeardThing[]> {
  const [sites, states, seen, rang] = await Promise.all([
    directory.sitesOf(account),
    pools.states(account, now),
    visits.hours(account, since),
    calls.hours(account, since),
  ]);
  const poolOf = new Map(states.map(({ number, pool }) => [number, pool]));
  return sites.flatMap((site): readonly HeardThing[] => [
    { object: site.site, what: "site", name: site.name, rhythm: of(seen, (id: SiteId) => id === site.site) },
    ...site.sources.map(({ number, e164 }): HeardThing => {
      return { object: number, what: "number", name: e164, rhythm: of(rang, (id: NumberId) => id === number) };
    }),
    ...site.pools.map((pool): HeardThing => {
      const name = site.targets.find(({ id }) => id === pool.target)?.e164 ?? site.name;
      return { object: pool.id, what: "pool", name, rhythm: of(rang, (id: NumberId) => poolOf.get(id) === pool.id) };
    }),
  ]);
}

function of<Id extends SiteId | NumberId>(hours: readonly HourCount<Id>[], isOne: (id: Id) => boolean): Rhythm {
  return hours.filter((one) => isOne(one.of)).map(({ hour, count }) => ({ hour, count }));
}
