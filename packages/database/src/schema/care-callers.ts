import type { CallId } from "@ringtrail/core";
import { index, primaryKey, uuid } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/**
 * Who called, sealed. Found again by a keyed fingerprint of the number. The call is one of the marketing side's or, in
 * healthcare mode, of the care side's: a trigger demands that it is there (`care.demand_call`), and no key joins them.
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
    index("callers_fingerprint").on(table.accountId, table.fingerprint, table.rangAt),
  ],
);
