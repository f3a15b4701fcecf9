import type { ConnectionId, E164 } from "@ringtrail/core";
import type { NumberPlace, Rent } from "@ringtrail/core/ports";
import { check, foreignKey, jsonb, primaryKey, sql, text, uniqueIndex, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { connections } from "./connections.ts";
import { ringtrail } from "./schemas.ts";

/** Purchases, written down before the carrier is asked. */
export const numberOrders = ringtrail.table(
  "number_orders",
  {
    accountId: tenant(),
    id: uuid("id").notNull(),
    connectionId: uuid("connection_id").$type<ConnectionId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    place: jsonb("place").$type<NumberPlace>().notNull(),
    rent: jsonb("rent").$type<Rent>(),
    state: text("state").$type<"open" | "bought" | "failed">().notNull(),
    askedAt: moment("asked_at").notNull(),
    settledAt: moment("settled_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.connectionId],
      foreignColumns: [connections.accountId, connections.id],
    }),
    // One number is bought once at a time.
    uniqueIndex("number_orders_open")
      .on(table.accountId, table.connectionId, table.e164)
      .where(sql`state = 'open'`),
    check("number_orders_state", sql`state in ('open', 'bought', 'failed')`),
  ],
);
