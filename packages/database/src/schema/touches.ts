import type { VisitId } from "@ringtrail/core";
import type { Channel } from "@ringtrail/core/attribution";
import { primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** How a visit arrived, and which published rule says so. */
export const touches = ringtrail.table(
  "touches",
  {
    accountId: tenant(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    at: moment("at").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    source: text("source").notNull(),
    medium: text("medium").notNull(),
    campaign: text("campaign"),
    keyword: text("keyword"),
    clickId: text("click_id"),
    rule: text("rule").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.visitId] })],
);
