import type { CallId, ConnectionId, SiteId } from "@ringtrail/core";
import type { CallMatch, Channel } from "@ringtrail/core/attribution";
import type { CallState } from "@ringtrail/core/call-flow";
import { boolean, doublePrecision, foreignKey, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { connections } from "./connections.ts";
import { care } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * A call to a site in healthcare mode. Of how it came it knows the channel alone: no tracking number, no visit, no name of
 * a campaign; that lies in `glass.links`, and here is nothing to find it by.
 */
export const careCalls = care.table(
  "calls",
  {
    accountId: tenant(),
    id: uuid("id").$type<CallId>().notNull(),
    connectionId: uuid("connection_id").$type<ConnectionId>().notNull(),
    carrierRef: text("carrier_ref").notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    rangAt: moment("rang_at").notNull(),
    healed: boolean("healed").notNull(),
    /** What all events add up to: who answered and what was chosen in a menu are the care side's alone. */
    state: jsonb("state").$type<CallState>().notNull(),
    matchKind: text("match_kind").$type<CallMatch["kind"]>(),
    confidence: doublePrecision("confidence"),
    channel: text("channel").$type<Channel>(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.connectionId],
      foreignColumns: [connections.accountId, connections.id],
    }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    uniqueIndex("care_calls_carrier_ref").on(table.accountId, table.connectionId, table.carrierRef),
    index("care_calls_rang_at").on(table.accountId, table.rangAt, table.id),
  ],
);
