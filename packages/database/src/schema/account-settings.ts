import { primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What an account's owners have chosen for all of it; no row as long as they have chosen nothing. */
export const accountSettings = ringtrail.table(
  "account_settings",
  {
    accountId: tenant().references(() => accounts.accountId),
    /** Whose days reports count and screens show, as IANA names it. Null: nobody has said, and it is UTC. */
    timeZone: text("time_zone"),
  },
  (table) => [primaryKey({ columns: [table.accountId] })],
);
