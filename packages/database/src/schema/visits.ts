import type { SiteId, VisitId, VisitorId } from "@ringtrail/core";
import type { Landing } from "@ringtrail/core/attribution";
import type { Permission } from "@ringtrail/core/consent";
import type { NewVisit } from "@ringtrail/core/ports";
import { index, jsonb, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/**
 * One visit and the permission it exists by.
 *
 * No foreign key to its site, nor to it from what is written with it: a lend checks the site itself and holds the visit's
 * row, and the keys took two fifths of its time (docs/decisions/0008).
 */
export const visits = ringtrail.table(
  "visits",
  {
    accountId: tenant(),
    id: uuid("id").$type<VisitId>().notNull(),
    visitorId: uuid("visitor_id").$type<VisitorId>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    permission: jsonb("permission").$type<Permission>().notNull(),
    landing: jsonb("landing").$type<Landing>().notNull(),
    device: text("device").$type<NewVisit["device"]>().notNull(),
    startedAt: moment("started_at").notNull(),
    /** The last sign of life. */
    lastSeenAt: moment("last_seen_at").notNull(),
    /** When the page was last hidden. */
    hiddenAt: moment("hidden_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("visits_started").on(table.accountId, table.startedAt),
    index("visits_visitor").on(table.accountId, table.visitorId),
  ],
);
