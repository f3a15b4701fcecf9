import type { CallId } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import { bigint, foreignKey, jsonb, primaryKey, text, uuid } from "../drizzle.ts";
import { calls } from "./calls.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What a carrier told us of a call. Call, kind and the carrier's key make an event unique. */
export const callEvents = ringtrail.table(
  "call_events",
  {
    accountId: tenant(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    kind: text("kind").$type<CallEvent["kind"]>().notNull(),
    key: text("key").notNull(),
    at: moment("at").notNull(),
    /** The order of arrival, for events of one instant. */
    arrival: bigint("arrival", { mode: "number" }).generatedAlwaysAsIdentity(),
    event: jsonb("event").$type<CallEvent>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.callId, table.kind, table.key] }),
    foreignKey({ columns: [table.accountId, table.callId], foreignColumns: [calls.accountId, calls.id] }),
  ],
);
