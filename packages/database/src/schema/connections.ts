import type { ConnectionId } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import { primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { bytes, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/**
 * One set of keys at one carrier. The secret is sealed under the account's key. `imported` is no carrier: it stands for
 * the call tracker that took the calls that hang on it, and no port answers it.
 */
export const connections = ringtrail.table(
  "connections",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").$type<ConnectionId>().notNull(),
    carrier: text("carrier").$type<CarrierConnection["carrier"] | "imported">().notNull(),
    carrierAccount: text("carrier_account").notNull(),
    secretSealed: bytes("secret_sealed").notNull(),
    apiBase: text("api_base").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    uniqueIndex("connections_id").on(table.id),
    uniqueIndex("connections_carrier_account").on(table.accountId, table.carrier, table.carrierAccount),
  ],
);
