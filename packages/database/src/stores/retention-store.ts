import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { noRetentionWish } from "@ringtrail/core";
import type { RetentionStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, sql, type SQL } from "../drizzle.ts";
import { legalHolds, retentionPolicies, visits } from "../schema/index.ts";

/** How long what is kept, what is held, and what was forgotten. */
export function retentionStore(db: PostgresJsDatabase): RetentionStore {
  const policyOf = (account: Parameters<RetentionStore["retention"]>[0]) =>
    actForAccount(db, account, async (work) => {
      const [kept] = await work.select().from(retentionPolicies).where(eq(retentionPolicies.accountId, account));
      return kept;
    });
  const keep = (set: Partial<typeof retentionPolicies.$inferInsert>, account: Parameters<typeof policyOf>[0]) =>
    actForAccount(db, account, (work) =>
      work
        .insert(retentionPolicies)
        .values({ accountId: account, ...set })
        .onConflictDoUpdate({ target: [retentionPolicies.accountId], set }),
    );
  const ofVisits = (account: Parameters<typeof policyOf>[0], more?: SQL) => and(eq(visits.accountId, account), more);
  return {
    retention: async (account) => {
      const kept = await policyOf(account);
      if (kept === undefined) return noRetentionWish;
      const { visitDays, callerDays, recordingDays } = kept;
      return {
        visitDays: visitDays ?? undefined,
        callerDays: callerDays ?? undefined,
        recordingDays: recordingDays ?? undefined,
      };
    },
    saveRetention: async (account, { visitDays = null, callerDays = null, recordingDays = null }) => {
      await keep({ visitDays, callerDays, recordingDays }, account);
    },
    lastRetentionRun: async (account) => (await policyOf(account))?.lastRun ?? undefined,
    noteRetentionRun: async (account, lastRun) => void (await keep({ lastRun }, account)),
    holds: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select()
          .from(legalHolds)
          .where(eq(legalHolds.accountId, account))
          .orderBy(desc(legalHolds.placedAt));
        return rows.map(({ accountId: _account, callId, ...hold }) => ({ ...hold, call: callId ?? undefined }));
      }),
    placeHold: async (account, { call = null, ...hold }) => {
      await actForAccount(db, account, (work) =>
        work.insert(legalHolds).values({ accountId: account, callId: call, ...hold }),
      );
    },
    releaseHold: (account, id) =>
      actForAccount(db, account, async (work) => {
        const gone = await work
          .delete(legalHolds)
          .where(and(eq(legalHolds.accountId, account), eq(legalHolds.id, id)))
          .returning({ id: legalHolds.id });
        return gone.length > 0;
      }),
    visitorsBefore: (account, before, limit) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select({ visitor: visits.visitorId })
          .from(visits)
          .where(ofVisits(account))
          .groupBy(visits.visitorId)
          // Through a function the column's own way to SQL is lost.
          .having(sql`max(${visits.startedAt}) < ${new Date(before).toISOString()}::timestamptz`)
          .limit(limit);
        return rows.map(({ visitor }) => visitor);
      }),
    visitsOfVisitor: (account, visitor) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select({ id: visits.id })
          .from(visits)
          .where(ofVisits(account, eq(visits.visitorId, visitor)))
          .orderBy(desc(visits.startedAt))
          .limit(50);
        return rows.map(({ id }) => id);
      }),
  };
}
