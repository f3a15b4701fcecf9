import type { Sql, TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import { actAs, type Side } from "../act-as.ts";

/** Rows of these tables are counted as they arrive, across all accounts. */
const counted: readonly (readonly [side: Side, table: string, sequence: string])[] = [
  ["ringtrail_api", "ringtrail.call_events", "ringtrail.call_events_arrival_seq"],
  ["ringtrail_care", "care.recordings", "care.recordings_arrival_seq"],
  ["ringtrail_care", "care.call_events", "care.call_events_arrival_seq"],
];

/** Counts on from the account's last rows: what arrives next must come after what was taken in. */
export async function passArrivals(transaction: TransactionSql, account: AccountId): Promise<void> {
  for (const [side, table, sequence] of counted) {
    await actAs(transaction as unknown as Sql, side, async () => {
      await transaction`
        select setval(${sequence}, last.arrival)
        from (select max(arrival) as arrival from ${transaction(table)} where account_id = ${account}) last
        where last.arrival > (select last_value from ${transaction(sequence)})`;
    });
  }
}
