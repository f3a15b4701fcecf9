import type { CallId, ConnectionId, NumberId, SiteId } from "@ringtrail/core";
import type { CallMatch, Touch } from "@ringtrail/core/attribution";
import type { CallState } from "@ringtrail/core/call-flow";
import { boolean, doublePrecision, foreignKey, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { connections } from "./connections.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";
import { trackingNumbers } from "./tracking-numbers.ts";

/** A call without its caller, who lies in the care tables. */
export const calls = ringtrail.table(
  "calls",
  {
    accountId: tenant(),
    id: uuid("id").$type<CallId>().notNull(),
    connectionId: uuid("connection_id").$type<ConnectionId>().notNull(),
    carrierRef: text("carrier_ref").notNull(),
    numberId: uuid("number_id").$type<NumberId>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    rangAt: moment("rang_at").notNull(),
    healed: boolean("healed").notNull(),
    /** What all events add up to, kept so that lists need not fold them. */
    state: jsonb("state").$type<CallState>().notNull(),
    matchKind: text("match_kind").$type<CallMatch["kind"]>(),
    confidence: doublePrecision("confidence"),
    returning: doublePrecision("returning_probability"),
    nobody: doublePrecision("nobody_probability"),
    model: text("model"),
    /** Set when the number stands for one source. */
    sourceTouch: jsonb("source_touch").$type<Touch>(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.connectionId],
      foreignColumns: [connections.accountId, connections.id],
    }),
    foreignKey({
      columns: [table.accountId, table.numberId],
      foreignColumns: [trackingNumbers.accountId, trackingNumbers.id],
    }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    uniqueIndex("calls_carrier_ref").on(table.accountId, table.connectionId, table.carrierRef),
    index("calls_rang_at").on(table.accountId, table.rangAt, table.id),
  ],
);
