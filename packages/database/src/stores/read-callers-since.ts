import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, E164, Instant } from "@ringtrail/core";
import type { CallerOfCall } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, gte, isNotNull, sql } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { callers } from "../schema/index.ts";
import { openText } from "./seal-text.ts";

/** Reads who called since then. A caller's name in the answer is their rank in it, so it says nothing elsewhere. */
export async function readCallersSince(
  db: PostgresJsDatabase,
  findKey: FindKey,
  account: AccountId,
  since: Instant,
): Promise<readonly CallerOfCall[]> {
  const key = await findKey(account, "care");
  const rows = await actForAccount(db, account, (work) =>
    work
      .select({
        call: callers.callId,
        who: sql<string>`(dense_rank() over (order by ${callers.fingerprint}))::text`,
        sealed: callers.numberSealed,
      })
      .from(callers)
      .where(and(eq(callers.accountId, account), gte(callers.rangAt, since), isNotNull(callers.fingerprint))),
  );
  return rows.flatMap(({ call, who, sealed }) => {
    const number = openText<E164>(key, account, call, "number", sealed);
    return number === undefined ? [] : { call, who, number };
  });
}
