import type { PoolId, SiteId, TargetNumberId } from "@ringtrail/core";
import { boolean, foreignKey, integer, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";
import { targetNumbers } from "./target-numbers.ts";

/** A set of tracking numbers that stand in for one target number. */
export const pools = ringtrail.table(
  "pools",
  {
    accountId: tenant(),
    id: uuid("id").$type<PoolId>().notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    targetId: uuid("target_id").$type<TargetNumberId>().notNull(),
    name: text("name").notNull(),
    exclusive: boolean("exclusive").notNull(),
    provisionalMs: integer("provisional_ms").notNull(),
    graceMs: integer("grace_ms").notNull(),
    restMs: integer("rest_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    foreignKey({
      columns: [table.accountId, table.targetId],
      foreignColumns: [targetNumbers.accountId, targetNumbers.id],
    }),
    uniqueIndex("pools_name").on(table.accountId, table.targetId, table.name),
  ],
);
