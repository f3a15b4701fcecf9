import type { E164, SiteId } from "@ringtrail/core";
import { foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { care } from "./schemas.ts";
import { sites } from "./sites.ts";

/**
 * What the numbers of a site in healthcare mode are called: a label names the specialist or the ward. Put here by a
 * trigger of `target_numbers`, which keeps the number alone.
 */
export const careTargetLabels = care.table(
  "target_labels",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    e164: text("e164").$type<E164>().notNull(),
    label: text("label").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.e164] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
