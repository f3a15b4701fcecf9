import type { CallId, RecordingId } from "@ringtrail/core";
import { bigint, index, integer, primaryKey, smallint, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/** A recording's row; the sound itself lies encrypted in the vault. */
export const recordings = care.table(
  "recordings",
  {
    accountId: tenant(),
    id: uuid("id").$type<RecordingId>().notNull(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    lengthMs: integer("length_ms").notNull(),
    channels: smallint("channels").$type<1 | 2>().notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    mediaType: text("media_type").notNull(),
    sha256: text("sha256").notNull(),
    storedAt: moment("stored_at").notNull(),
    /** The order of keeping: a call shows its first recording. */
    arrival: bigint("arrival", { mode: "number" }).generatedAlwaysAsIdentity(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("recordings_call").on(table.accountId, table.callId),
  ],
);
