import type { SiteId } from "@ringtrail/core";
import type { CallFlow } from "@ringtrail/core/call-flow";
import type { Regime } from "@ringtrail/core/consent";
import { jsonb, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A website, found by its public key before any account is known. */
export const sites = ringtrail.table(
  "sites",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").$type<SiteId>().notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    regime: text("regime").$type<Regime>().notNull(),
    flow: jsonb("flow").$type<CallFlow>().notNull(),
    businessPlaces: text("business_places").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] }), uniqueIndex("sites_key").on(table.key)],
);
