import { sourceKinds, type NumberPurpose } from "@ringtrail/api-contract";
import { after, day, err, ok, type AccountId, type E164, type PoolId, type Result } from "@ringtrail/core";
import { chooseSlice } from "@ringtrail/core/number-pool";
import type { NumberPlace } from "@ringtrail/core/ports";
import type { NumberWorld } from "./number-world.ts";

/** No such site, target or pool of the account, or they do not belong together. */
export interface PlaceUnknown {
  readonly code: "place_unknown";
}

/** Works out what a number is to be for, from what a person chose. */
export async function findPlace(
  world: Pick<NumberWorld, "directory" | "numbers" | "pools" | "now">,
  account: AccountId,
  purpose: NumberPurpose,
  e164: E164,
): Promise<Result<NumberPlace, PlaceUnknown>> {
  const sites = await world.directory.sitesOf(account);
  if (purpose.role === "pool") {
    const pool = sites.flatMap(({ pools }) => pools).find(({ id }) => id === purpose.pool);
    if (pool === undefined) return err({ code: "place_unknown" });
    const slice = purpose.slice ?? (await neediestSlice(world, account, pool.id, e164));
    return ok({ role: "pool", site: pool.site, target: pool.target, pool: pool.id, slice });
  }
  const site = sites.find(({ site: id }) => id === purpose.site);
  const target = site?.targets.find(({ id }) => purpose.target === undefined || id === purpose.target);
  const kind = sourceKinds.find(({ id }) => id === purpose.kind);
  if (site === undefined || target === undefined || kind === undefined) return err({ code: "place_unknown" });
  const { channel, source, medium } = kind;
  const unsaid = { keyword: undefined, clickId: undefined };
  const touch = { channel, source, medium, campaign: purpose.name, ...unsaid, rule: "source_number" };
  return ok({ role: "source", site: site.site, target: target.id, touch });
}

/** Long enough to know where visits come from, short enough to follow a season. */
const measuredMs = 28 * day;

/** Where the pool needs a number most; one that it has already stays where it is. */
async function neediestSlice(
  { numbers, pools, now }: Pick<NumberWorld, "numbers" | "pools" | "now">,
  account: AccountId,
  pool: PoolId,
  e164: E164,
): Promise<string> {
  const [rented, arrivals] = await Promise.all([
    numbers.rented(account),
    pools.arrivals(account, after(now(), -measuredMs)),
  ]);
  const owned = rented.flatMap(({ place, restsUntil, e164: one }) =>
    place.role === "pool" && place.pool === pool && restsUntil === undefined ? { e164: one, slice: place.slice } : [],
  );
  const has = owned.find((one) => one.e164 === e164);
  if (has !== undefined) return has.slice;
  const visits = new Map<string, number>();
  for (const { pool: id, channel, visits: some } of arrivals)
    if (id === pool) visits.set(channel, (visits.get(channel) ?? 0) + some);
  return chooseSlice(
    owned.map(({ slice }) => slice),
    visits,
  );
}
