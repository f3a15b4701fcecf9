import type { AccountId, Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import { measurePools } from "../workflows/measure-pools.ts";

/** The audit log's words for a pool whose load passed three quarters of its numbers, and for one that has room again. */
const nearlyFull = "pool.nearly_full";
const roomAgain = "pool.room_again";
/** Entries looked through for what was said of a pool last. */
const looks = 1_000;

/** Since when each pool that is nearly full has been so, as owners were told. */
export async function nearlyFullSince(
  { accounts }: Pick<Deps, "accounts">,
  account: AccountId,
): Promise<ReadonlyMap<string, Instant>> {
  const since = new Map<string, Instant>();
  for (const { action, object, at } of (await accounts.auditLog(account, looks)).toReversed()) {
    if (action === nearlyFull) since.set(object, at);
    if (action === roomAgain) since.delete(object);
  }
  return since;
}

/** What `watchPools` needs. */
export type PoolWatch = Pick<Deps, "accounts" | "pools" | "now" | "log">;

/**
 * Tells owners when a pool's load passes three quarters of its numbers at the busy hour, once until there is room
 * again: from there on losses grow quickly, and a number takes days to get in some countries.
 */
export function watchPools(deps: PoolWatch): (account: AccountId) => Promise<void> {
  const measured = measurePools(deps.pools);
  return async (account) => {
    const at = deps.now();
    const [pools, states, since] = await Promise.all([
      deps.pools.poolsOf(account),
      deps.pools.states(account, at),
      nearlyFullSince(deps, account),
    ]);
    const demandOf = await measured(account, pools, states, at);
    for (const { id } of pools) {
      const found = demandOf(id);
      const isFull = found?.isNearlyFull === true;
      if (isFull === since.has(id)) continue;
      const numbers = states.filter(({ pool }) => pool === id).length;
      const facts = { numbers, loss: Math.round((found?.loss ?? 0) * 1e4) / 1e4, tell: "owners" };
      await deps.accounts.audit(account, {
        actor: "system",
        action: isFull ? nearlyFull : roomAgain,
        object: id,
        at,
        facts,
      });
      if (isFull) deps.log.warn({ account, pool: id, ...facts }, "a pool is nearly full at its busy hour");
    }
  };
}
