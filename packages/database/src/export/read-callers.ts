import type { ReservedSql } from "postgres";
import type { AccountId, CallId, Phi } from "@ringtrail/core";
import { getTableConfig } from "../drizzle.ts";
import { callers } from "../schema/index.ts";
import { openText } from "../stores/seal-text.ts";

const rowsAtOnce = 500;

/** Who called, still sealed: only a door with a name opens it. */
export interface ExportedCaller {
  readonly callId: CallId;
  /** ISO 8601. */
  readonly rangAt: string;
  readonly number: Phi<string> | undefined;
  readonly name: Phi<string> | undefined;
}

interface SealedCaller {
  readonly callId: CallId;
  readonly rangAt: string;
  readonly number: Uint8Array | null;
  readonly name: Uint8Array | null;
}

/** Every caller of the account by call, as the transaction of `sql` sees them. */
export async function* readCallers(
  sql: ReservedSql,
  account: AccountId,
  key: Uint8Array,
): AsyncGenerator<ExportedCaller> {
  const { schema, name } = getTableConfig(callers);
  const rows = sql<SealedCaller[]>`
    select call_id as "callId", to_jsonb(rang_at) #>> '{}' as "rangAt", number_sealed as number, name_sealed as name
    from ${sql(`${schema}.${name}`)} order by account_id, call_id`;
  for await (const part of rows.cursor(rowsAtOnce)) {
    for (const { callId, rangAt, ...sealed } of part) {
      const number = openText(key, account, callId, "number", sealed.number);
      yield { callId, rangAt, number, name: openText(key, account, callId, "name", sealed.name) };
    }
  }
}
