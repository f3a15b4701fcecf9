import { primaryKey, sql, text, uniqueIndex } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A tenant: everything else belongs to one. */
export const accounts = ringtrail.table(
  "accounts",
  {
    accountId: tenant(),
    name: text("name").notNull(),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.accountId] }), uniqueIndex("accounts_name").on(table.name)],
);
