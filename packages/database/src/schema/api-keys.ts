import type { Scope } from "@ringtrail/core/ports";
import { primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** An API key under the SHA-256 of its secret. */
export const apiKeys = ringtrail.table(
  "api_keys",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    secretSha256: text("secret_sha256").notNull(),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    expiresAt: moment("expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    uniqueIndex("api_keys_secret").on(table.secretSha256),
  ],
);
