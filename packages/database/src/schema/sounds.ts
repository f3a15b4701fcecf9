import type { KeptSound } from "@ringtrail/core/ports";
import { integer, primaryKey, text } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What an owner uploaded to be heard in calls, as it came and as telephones hear it. Rows are only ever added. */
export const sounds = ringtrail.table(
  "sounds",
  {
    accountId: tenant(),
    /** Of the file as it was uploaded; flows and proofs name it. */
    sha256: text("sha256").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").$type<KeptSound["mediaType"]>().notNull(),
    size: integer("size").notNull(),
    lengthMs: integer("length_ms").notNull(),
    telephoneSha256: text("telephone_sha256").notNull(),
    uploadedAt: moment("uploaded_at").notNull(),
    uploadedBy: text("uploaded_by").notNull(),
    original: bytes("original").notNull(),
    telephone: bytes("telephone").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.sha256] })],
);
