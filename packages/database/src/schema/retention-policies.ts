import type { RetentionRun } from "@ringtrail/core/ports";
import { integer, jsonb, primaryKey } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** How long an account's owner wants what kept, and what the last round forgot. Null: what is usual. */
export const retentionPolicies = ringtrail.table(
  "retention_policies",
  {
    accountId: tenant().references(() => accounts.accountId),
    visitDays: integer("visit_days"),
    callerDays: integer("caller_days"),
    recordingDays: integer("recording_days"),
    lastRun: jsonb("last_run").$type<RetentionRun>(),
  },
  (table) => [primaryKey({ columns: [table.accountId] })],
);
