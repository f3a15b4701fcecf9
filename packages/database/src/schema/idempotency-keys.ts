import { index, integer, jsonb, primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A request that was answered once: the same key gets the same answer, another body under it is refused. */
export const idempotencyKeys = ringtrail.table(
  "idempotency_keys",
  {
    accountId: tenant().references(() => accounts.accountId),
    key: text("key").notNull(),
    requestSha256: text("request_sha256").notNull(),
    /** Null while the first request is still being worked on. */
    status: integer("status"),
    answer: jsonb("answer"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.key] }),
    index("idempotency_keys_age").on(table.accountId, table.createdAt),
  ],
);
