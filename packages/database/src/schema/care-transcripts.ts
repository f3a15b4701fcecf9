import type { RecordingId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { recordings } from "./care-recordings.ts";
import { care } from "./schemas.ts";

/** What was said, in words, sealed under the key of the recording's account. */
export const transcripts = care.table(
  "transcripts",
  {
    accountId: tenant(),
    recordingId: uuid("recording_id").$type<RecordingId>().notNull(),
    language: text("language").notNull(),
    at: moment("at").notNull(),
    textSealed: bytes("text_sealed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.recordingId, table.language] }),
    foreignKey({
      columns: [table.accountId, table.recordingId],
      foreignColumns: [recordings.accountId, recordings.id],
    }),
  ],
);
