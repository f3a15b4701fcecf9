import type { ConnectionId, E164, NumberId, PoolId, SiteId, TargetNumberId, Texting } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { Rent } from "@ringtrail/core/ports";
import { check, foreignKey, index, jsonb, primaryKey, sql, text, uniqueIndex, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { connections } from "./connections.ts";
import { pools } from "./pools.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";
import { targetNumbers } from "./target-numbers.ts";

/** One of our numbers at a carrier: either in a slice of a pool, or standing for one source. */
export const trackingNumbers = ringtrail.table(
  "tracking_numbers",
  {
    accountId: tenant(),
    id: uuid("id").$type<NumberId>().notNull(),
    connectionId: uuid("connection_id").$type<ConnectionId>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    targetId: uuid("target_id").$type<TargetNumberId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    poolId: uuid("pool_id").$type<PoolId>(),
    slice: text("slice"),
    sourceTouch: jsonb("source_touch").$type<Touch>(),
    /** The carrier's id of the number, and what it costs a month. */
    carrierRef: text("carrier_ref"),
    rent: jsonb("rent").$type<Rent>(),
    /** What may be sent to it besides calls. */
    takes: text("takes").array().$type<readonly Texting[]>().notNull().default([]),
    /** Set while it rests before it is given back, and when it was. */
    restsUntil: moment("rests_until"),
    releasedAt: moment("released_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.connectionId],
      foreignColumns: [connections.accountId, connections.id],
    }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    foreignKey({
      columns: [table.accountId, table.targetId],
      foreignColumns: [targetNumbers.accountId, targetNumbers.id],
    }),
    foreignKey({ columns: [table.accountId, table.poolId], foreignColumns: [pools.accountId, pools.id] }),
    uniqueIndex("tracking_numbers_e164").on(table.accountId, table.connectionId, table.e164),
    index("tracking_numbers_site").on(table.accountId, table.siteId),
    // Which slices a pool has, asked for every pool of a site.
    index("tracking_numbers_pool").on(table.accountId, table.poolId, table.slice),
    check("tracking_numbers_one_role", sql`(pool_id is null) = (source_touch is not null)`),
    check("tracking_numbers_slice", sql`(pool_id is null) = (slice is null)`),
    check("tracking_numbers_takes", sql`takes <@ array['sms', 'whatsapp']`),
    check("tracking_numbers_rest_first", sql`released_at is null or rests_until is not null`),
  ],
);
