import type { Delivery, DeliveryTry } from "@ringtrail/core/ports";
import { foreignKey, index, integer, jsonb, primaryKey, sql, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { destinations } from "./destinations.ts";
import { outbox } from "./outbox.ts";
import { ringtrail } from "./schemas.ts";

/** Sendings of facts to destinations, and what came of each. */
export const deliveries = ringtrail.table(
  "deliveries",
  {
    accountId: tenant(),
    id: uuid("id").notNull(),
    destinationId: uuid("destination_id").notNull(),
    factId: uuid("fact_id").notNull(),
    subject: uuid("subject").notNull(),
    sequence: integer("sequence").notNull(),
    why: text("why").$type<Delivery["why"]>().notNull(),
    state: text("state").$type<Delivery["state"]>().notNull(),
    createdAt: moment("created_at").notNull(),
    dueAt: moment("due_at").notNull(),
    /** Somebody has it until then; a claim that dies with its process ends by itself. */
    claimedUntil: moment("claimed_until"),
    triesBegun: integer("tries_begun").notNull(),
    request: text("request"),
    tries: jsonb("tries").$type<readonly DeliveryTry[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.destinationId],
      foreignColumns: [destinations.accountId, destinations.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.accountId, table.factId],
      foreignColumns: [outbox.accountId, outbox.id],
    }).onDelete("cascade"),
    index("deliveries_due")
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
    // What is due first, found without looking at the rest.
    index("deliveries_next")
      .on(table.accountId, table.destinationId, table.dueAt, table.createdAt, table.id)
      .where(sql`${table.state} = 'waiting'`),
    index("deliveries_waiting")
      .on(table.accountId, table.destinationId, table.subject, table.sequence)
      .where(sql`${table.state} = 'waiting'`),
    index("deliveries_newest").on(table.accountId, table.createdAt, table.id),
    index("deliveries_fact").on(table.accountId, table.factId),
    index("deliveries_destination").on(table.accountId, table.destinationId),
  ],
);
