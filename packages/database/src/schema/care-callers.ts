import { foreignKey, index, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { CallId } from "@ringtrail/core";
import { calls } from "./calls.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/**
 * Who called, sealed. Found again by a keyed fingerprint of the number. The foreign key reads nothing: PostgreSQL checks
 * it as the tables' owner, and the care role itself sees no call.
 */
export const callers = care.table(
  "callers",
  {
    accountId: tenant(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    rangAt: moment("rang_at").notNull(),
    /** Null when the number was withheld. */
    fingerprint: bytes("fingerprint"),
    numberSealed: bytes("number_sealed"),
    nameSealed: bytes("name_sealed"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.callId] }),
    foreignKey({ columns: [table.accountId, table.callId], foreignColumns: [calls.accountId, calls.id] }),
    index("callers_fingerprint").on(table.accountId, table.fingerprint, table.rangAt),
  ],
);
