import type { CallId } from "@ringtrail/core";
import type { AdClick, ToldConversion } from "@ringtrail/core/attribution";
import { bigint, foreignKey, index, jsonb, primaryKey, text, uuid } from "../drizzle.ts";
import { calls } from "./calls.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What each ad platform was last told of a call. */
export const conversions = ringtrail.table(
  "conversions",
  {
    accountId: tenant(),
    /** A destination's id, or the name of the file that somebody uploads. */
    toldTo: text("told_to").notNull(),
    id: text("id").notNull(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    /** When the phone rang. */
    at: moment("at").notNull(),
    click: jsonb("click").$type<AdClick>(),
    /** In millionths of the currency; null when it was told without a value. */
    micros: bigint("micros", { mode: "number" }),
    currency: text("currency"),
    state: text("state").$type<ToldConversion["state"]>().notNull(),
    toldAt: moment("told_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.toldTo, table.id] }),
    foreignKey({ columns: [table.accountId, table.callId], foreignColumns: [calls.accountId, calls.id] }).onDelete(
      "cascade",
    ),
    index("conversions_call").on(table.accountId, table.callId),
  ],
);
