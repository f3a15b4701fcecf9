import { index, integer, jsonb, primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** Who did what to what: one chain per account, append-only (0003). Facts carry no personal data. */
export const auditLog = ringtrail.table(
  "audit_log",
  {
    accountId: tenant().references(() => accounts.accountId),
    sequence: integer("sequence").notNull(),
    at: moment("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    object: text("object").notNull(),
    facts: jsonb("facts").$type<Readonly<Record<string, string | number | boolean>>>().notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.sequence] }),
    index("audit_log_at").on(table.accountId, table.at),
    index("audit_log_object").on(table.accountId, table.object, table.sequence),
  ],
);
