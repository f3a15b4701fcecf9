import { listPools } from "@ringtrail/api-contract";
import { ok, type PoolId } from "@ringtrail/core";
import type { RentedNumber } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { nearlyFullSince } from "../../numbers/watch-pools.ts";
import { showPool } from "../../show/show-pool.ts";
import { expectAccuracy } from "../../workflows/expect-accuracy.ts";
import { measurePools } from "../../workflows/measure-pools.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** The account's pools: their numbers now, what visits ask of them, and what other sizes would do. */
export function poolDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { directory, pools, numbers, now } = deps;
  const measured = measurePools(pools);
  const accuracy = expectAccuracy(deps.background);
  return new Hono<AppEnv>().route(
    "/",
    serveEndpoint(ground, listPools, async ({ asker: { account }, query }) => {
      const at = now();
      const [all, sites, states, rented, since] = await Promise.all([
        pools.poolsOf(account),
        directory.sitesOf(account),
        pools.states(account, at),
        numbers.rented(account),
        nearlyFullSince(deps, account),
      ]);
      const page = pageByKey(all, ({ id }) => id, query);
      if (!page.ok) return page;
      const { items: owned, next } = page.value;
      const demandOf = await measured(account, owned, states, at);
      return ok({
        next,
        pools: owned.map((pool) => {
          const site = sites.find((one) => one.site === pool.site);
          const figures = { measured: demandOf(pool.id), accuracy, rents: rentsOf(rented, pool.id) };
          return showPool(pool, site, states, at, { ...figures, nearlyFullSince: since.get(pool.id) });
        }),
      });
    }),
  );
}

/** What the carrier asks a month for each of the pool's numbers, as far as it is known. */
function rentsOf(rented: readonly RentedNumber[], pool: PoolId): readonly NonNullable<RentedNumber["rent"]>[] {
  return rented.flatMap(({ place, rent, releasedAt }) =>
    place.role === "pool" && place.pool === pool && releasedAt === undefined ? (rent ?? []) : [],
  );
}
