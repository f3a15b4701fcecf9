import type { Rent } from "@ringtrail/core/ports";
import { integer, jsonb, primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What an account may spend on numbers and calls, and where its calls may go. No row: the usual limits. */
export const numberLimits = ringtrail.table(
  "number_limits",
  {
    accountId: tenant().references(() => accounts.accountId),
    mostNumbers: integer("most_numbers").notNull(),
    mostRent: jsonb("most_rent").$type<Rent>(),
    mostMinutes: integer("most_minutes"),
    restDays: integer("rest_days").notNull(),
    countries: text("countries").array(),
  },
  (table) => [primaryKey({ columns: [table.accountId] })],
);
