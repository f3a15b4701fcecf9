import { primaryKey, text } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { bytes, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/**
 * An account's data keys, each wrapped by the master key. One per purpose: `secrets` for the marketing side, `care` and
 * `recordings` for the care side, `links` for what joins them in healthcare mode; each side sees its own rows only (0002).
 */
export const accountKeys = ringtrail.table(
  "account_keys",
  {
    accountId: tenant().references(() => accounts.accountId),
    purpose: text("purpose").$type<"secrets" | "care" | "recordings" | "links">().notNull(),
    wrapped: bytes("wrapped").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.purpose] })],
);
