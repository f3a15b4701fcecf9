import type { SiteId } from "@ringtrail/core";
import type { LengthBucket } from "@ringtrail/core/healthcare";
import { date, index, jsonb, primaryKey, sql, text, uniqueIndex, uuid } from "../drizzle.ts";
import { bytes, tenant } from "./columns.ts";
import { glass } from "./schemas.ts";

/**
 * The third table: which way each call to a site in healthcare mode came. No role reads it. Its call is named by a mark
 * under a key of its own and by its sealed id, so that neither side finds its rows in it; a function counts what has
 * waited, and another tells one row to somebody who broke the glass.
 */
export const glassLinks = glass.table(
  "links",
  {
    accountId: tenant(),
    token: uuid("token")
      .notNull()
      .default(sql`gen_random_uuid()`),
    /** HMAC of the call's id. */
    mark: bytes("mark").notNull(),
    callSealed: bytes("call_sealed").notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    /** No finer than a day: a time would name the call. */
    day: date("day").notNull(),
    way: jsonb("way").$type<readonly string[]>(),
    length: text("length").$type<LengthBucket>(),
    /** The last day of the period it was counted in. */
    countedIn: date("counted_in"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.token] }),
    uniqueIndex("links_mark").on(table.accountId, table.mark),
    index("links_waiting").on(table.accountId, table.siteId, table.countedIn, table.day),
  ],
);
