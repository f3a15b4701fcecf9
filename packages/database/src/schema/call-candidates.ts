import type { CallId, VisitId } from "@ringtrail/core";
import type { Factor, Touch } from "@ringtrail/core/attribution";
import { doublePrecision, foreignKey, index, integer, jsonb, primaryKey, uuid } from "../drizzle.ts";
import { calls } from "./calls.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** A visit that may have called, most probable first. A forgotten visit leaves its share of the credit under a new id. */
export const callCandidates = ringtrail.table(
  "call_candidates",
  {
    accountId: tenant(),
    callId: uuid("call_id").$type<CallId>().notNull(),
    rank: integer("rank").notNull(),
    visitId: uuid("visit_id").$type<VisitId>().notNull(),
    probability: doublePrecision("probability").notNull(),
    touch: jsonb("touch").$type<Touch>().notNull(),
    factors: jsonb("factors").$type<readonly Factor[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.callId, table.rank] }),
    foreignKey({ columns: [table.accountId, table.callId], foreignColumns: [calls.accountId, calls.id] }),
    index("call_candidates_visit").on(table.accountId, table.visitId),
  ],
);
