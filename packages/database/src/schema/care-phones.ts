import { foreignKey, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import type { E164, SiteId } from "@ringtrail/core";
import { tenant } from "./columns.ts";
import { care } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * Phones that calls to a site in healthcare mode ring, each under a random id: the audit log and notices, which lie on
 * the marketing side, tell of it by that id, and of no digit.
 */
export const carePhones = care.table(
  "phones",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    id: uuid("id").defaultRandom().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.e164] }),
    uniqueIndex("care_phones_id").on(table.accountId, table.id),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
