import { boolean, primaryKey, text, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { glass } from "./schemas.ts";

/** A breaking of the glass: who, as what, why, until when, and who else agreed. Written only beside its entry in the audit log. */
export const glassOpenings = glass.table(
  "openings",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    openedBy: text("opened_by").notNull(),
    role: text("role").notNull(),
    reason: text("reason").notNull(),
    openedAt: moment("opened_at").notNull(),
    until: moment("until").notNull(),
    needsSecond: boolean("needs_second").notNull(),
    agreedBy: text("agreed_by"),
    agreedAt: moment("agreed_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);
