import type { E164, SiteId, TargetNumberId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** A number of the business as it stands on its pages. */
export const targetNumbers = ringtrail.table(
  "target_numbers",
  {
    accountId: tenant(),
    id: uuid("id").$type<TargetNumberId>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    label: text("label").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    uniqueIndex("target_numbers_e164").on(table.accountId, table.siteId, table.e164),
  ],
);
