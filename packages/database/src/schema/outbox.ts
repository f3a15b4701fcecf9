import type { CallTold, FactKind } from "@ringtrail/core/ports";
import { index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** What happened, in the order it did. Written in the transaction of what happened. */
export const outbox = ringtrail.table(
  "outbox",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    /** A call, or whatever else the fact is about: so it refers to no table. */
    subject: uuid("subject").notNull(),
    sequence: integer("sequence").notNull(),
    kind: text("kind").$type<FactKind>().notNull(),
    /** Told apart from a repetition by it; null where the writer cannot repeat. */
    key: text("key"),
    at: moment("at").notNull(),
    /** The call as it stood then; who called is never part of it. */
    call: jsonb("call").$type<CallTold>(),
    about: jsonb("about").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    uniqueIndex("outbox_sequence").on(table.accountId, table.subject, table.sequence),
    uniqueIndex("outbox_key").on(table.accountId, table.subject, table.kind, table.key),
    index("outbox_at").on(table.accountId, table.at),
  ],
);
