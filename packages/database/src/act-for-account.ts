import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId } from "@ringtrail/core";
import { sql } from "./drizzle.ts";

/** A transaction in which one account's rows, and no others, can be seen. */
export type AccountWork = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/**
 * Runs statements for one account. For what people do at a desk; what a page or a call waits for is one SQL function.
 *
 * The account is set inside the transaction, because a pooled connection would keep it for whoever comes next.
 *
 * @param turn a name; whoever acts under the same one waits until this has ended.
 */
export function actForAccount<Answer>(
  db: PostgresJsDatabase,
  account: AccountId,
  work: (transaction: AccountWork) => Promise<Answer>,
  turn?: string,
): Promise<Answer> {
  return db.transaction(async (transaction) => {
    const set = sql`select set_config('ringtrail.account', ${account}, true)`;
    const wait = sql`${set}, pg_advisory_xact_lock(hashtextextended(${turn}, 0))`;
    await transaction.execute(turn === undefined ? set : wait);
    return work(transaction);
  });
}
