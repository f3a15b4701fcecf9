import type { CallId } from "@ringtrail/core";
import { primaryKey, text, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What must be kept whatever is due or wished. Without a call it holds everything of the account. */
export const legalHolds = ringtrail.table(
  "legal_holds",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    /** No foreign key: a clinic's calls lie on the care side. */
    callId: uuid("call_id").$type<CallId>(),
    reason: text("reason").notNull(),
    placedBy: text("placed_by").notNull(),
    placedAt: moment("placed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);
