import { index, primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A person in an account. The person is a row of the auth library's, which may lie elsewhere one day: no foreign key. */
export const members = ringtrail.table(
  "members",
  {
    accountId: tenant().references(() => accounts.accountId),
    userId: text("user_id").notNull(),
    role: text("role").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.userId] }), index("members_user").on(table.userId)],
);
