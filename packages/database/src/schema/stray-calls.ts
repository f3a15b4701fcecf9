import type { ConnectionId, E164 } from "@ringtrail/core";
import { date, foreignKey, integer, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { connections } from "./connections.ts";
import { ringtrail } from "./schemas.ts";

/** Calls to numbers that lead here and are none of the account's, counted by the day. Who called is not kept. */
export const strayCalls = ringtrail.table(
  "stray_calls",
  {
    accountId: tenant(),
    connectionId: uuid("connection_id").$type<ConnectionId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    /** UTC. */
    day: date("day", { mode: "string" }).notNull(),
    calls: integer("calls").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.connectionId, table.e164, table.day] }),
    foreignKey({
      columns: [table.accountId, table.connectionId],
      foreignColumns: [connections.accountId, connections.id],
    }),
  ],
);
