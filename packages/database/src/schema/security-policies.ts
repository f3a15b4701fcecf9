import { boolean, integer, primaryKey } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What an account's owner wants of whoever signs in. No row: what is usual. */
export const securityPolicies = ringtrail.table(
  "security_policies",
  {
    accountId: tenant().references(() => accounts.accountId),
    requiresTwoFactor: boolean("requires_two_factor").notNull(),
    idleMinutes: integer("idle_minutes"),
    keyDays: integer("key_days"),
  },
  (table) => [primaryKey({ columns: [table.accountId] })],
);
