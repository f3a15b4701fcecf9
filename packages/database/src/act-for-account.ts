import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId } from "@ringtrail/core";

/** A transaction in which one account's rows, and no others, can be seen. */
export type AccountWork = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/**
 * Runs statements for one account. For what people do at a desk; what a page or a call waits for is one SQL function.
 *
 * The account is set inside the transaction, because a pooled connection would keep it for whoever comes next.
 */
export function actForAccount<Answer>(
  db: PostgresJsDatabase,
  account: AccountId,
  work: (transaction: AccountWork) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('ringtrail.account', ${account}, true)`);
    return work(transaction);
  });
}
