import { bigint, index, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** Who did what to what. Append-only (0003); facts carry no personal data. */
export const auditLog = ringtrail.table(
  "audit_log",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    at: moment("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    object: text("object").notNull(),
    facts: jsonb("facts").$type<Readonly<Record<string, string | number | boolean>>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("audit_log_at").on(table.accountId, table.at),
  ],
);
