import { primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** When a person wants to hear nothing, whatever is sent to their mailbox. */
export const quietHours = ringtrail.table(
  "quiet_hours",
  {
    accountId: tenant().references(() => accounts.accountId),
    /** The person's e-mail address, in lower case. */
    mailbox: text("mailbox").notNull(),
    /** Local time, `20:00`. */
    from: text("from_time").notNull(),
    to: text("to_time").notNull(),
    /** As IANA names it. */
    timeZone: text("time_zone").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.mailbox] })],
);
