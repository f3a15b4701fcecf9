import type { ReservedSql } from "postgres";
import type { AccountId, CallId, Phi } from "@ringtrail/core";
import type { CallNote } from "@ringtrail/core/ports";
import { getTableConfig } from "../drizzle.ts";
import { callNotes } from "../schema/index.ts";
import { openNote } from "../stores/call-note-store.ts";

/** A note about a call, its words still sealed: only a door with a name opens them. */
export interface ExportedNote {
  readonly id: string;
  readonly callId: CallId;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  readonly note: Phi<CallNote>;
}

interface SealedNote extends Omit<ExportedNote, "note"> {
  readonly sealed: Uint8Array;
}

/** Every note of the account, in the order it was written, as the transaction of `sql` sees them. */
export async function* readCallNotes(
  sql: ReservedSql,
  account: AccountId,
  key: Uint8Array,
): AsyncGenerator<ExportedNote> {
  const { schema, name } = getTableConfig(callNotes);
  const rows = sql<SealedNote[]>`
    select id, call_id as "callId", author, to_jsonb(at) #>> '{}' as at, note_sealed as sealed
    from ${sql(`${schema}.${name}`)} order by account_id, id`;
  for await (const part of rows.cursor(500)) {
    for (const { sealed, ...row } of part) yield { ...row, note: openNote(key, account, row.callId, sealed) };
  }
}
