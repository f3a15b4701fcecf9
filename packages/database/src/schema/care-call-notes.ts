import type { CallId } from "@ringtrail/core";
import { index, primaryKey, text, uuid } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/** What somebody wrote about a call, sealed. */
export const callNotes = care.table(
  "call_notes",
  {
    accountId: tenant(),
    id: uuid("id").notNull(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    author: text("author").notNull(),
    at: moment("at").notNull(),
    noteSealed: bytes("note_sealed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("call_notes_call").on(table.accountId, table.callId, table.at),
  ],
);
