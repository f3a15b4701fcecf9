import type { CallId } from "@ringtrail/core";
import { bigint, foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { calls } from "./calls.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What a call was worth, as somebody said. It goes when the call goes. */
export const callValues = ringtrail.table(
  "call_values",
  {
    accountId: tenant(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    /** In millionths of the currency. */
    micros: bigint("micros", { mode: "number" }).notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.callId] }),
    foreignKey({ columns: [table.accountId, table.callId], foreignColumns: [calls.accountId, calls.id] }).onDelete(
      "cascade",
    ),
  ],
);
