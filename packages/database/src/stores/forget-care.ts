import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { CareStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq, inArray, lt, notExists, notInArray, sql } from "../drizzle.ts";
import { callers, callNotes, careCallEvents, careCalls, recordings, transcripts } from "../schema/index.ts";
import { forgetNotes } from "./call-note-store.ts";

/** So many rows at once: a round over years goes on step by step. */
const atOnce = 500;

/** Forgetting by age, on the care side. */
export function forgetCare(
  db: PostgresJsDatabase,
): Pick<
  CareStore,
  "forgetCallersBefore" | "healthcareCallsBefore" | "forgetHealthcareCalls" | "recordingsBefore" | "forgetRecordings"
> {
  return {
    forgetCallersBefore: (account, before, held) =>
      actForAccount(db, account, async (work) => {
        const isFree = held.length === 0 ? undefined : notInArray(callers.callId, [...held]);
        const due = work
          .select({ id: callers.callId })
          .from(callers)
          .where(and(eq(callers.accountId, account), lt(callers.rangAt, before), isFree))
          .limit(atOnce);
        const gone = await work
          .delete(callers)
          .where(and(eq(callers.accountId, account), inArray(callers.callId, due)))
          .returning({ id: callers.callId });
        await forgetNotes(
          work,
          account,
          gone.map(({ id }) => id),
        );
        return gone.length;
      }),
    healthcareCallsBefore: (account, before, held) =>
      actForAccount(db, account, async (work) => {
        const isOf = (table: typeof callers | typeof recordings) =>
          notExists(
            work
              .select({ one: sql`1` })
              .from(table)
              .where(and(eq(table.accountId, account), eq(table.callId, careCalls.id))),
          );
        const isFree = held.length === 0 ? undefined : notInArray(careCalls.id, [...held]);
        const due = and(eq(careCalls.accountId, account), lt(careCalls.rangAt, before), isFree);
        const rows = await work
          .select({ id: careCalls.id })
          .from(careCalls)
          .where(and(due, isOf(callers), isOf(recordings)))
          .orderBy(asc(careCalls.rangAt))
          .limit(atOnce);
        return rows.map(({ id }) => id);
      }),
    forgetHealthcareCalls: async (account, calls) => {
      if (calls.length === 0) return;
      await actForAccount(db, account, async (work) => {
        const ofThem = and(eq(careCallEvents.accountId, account), inArray(careCallEvents.callId, [...calls]));
        await work.delete(careCallEvents).where(ofThem);
        await work
          .delete(callNotes)
          .where(and(eq(callNotes.accountId, account), inArray(callNotes.callId, [...calls])));
        await work.delete(careCalls).where(and(eq(careCalls.accountId, account), inArray(careCalls.id, [...calls])));
      });
    },
    recordingsBefore: (account, before) =>
      actForAccount(db, account, (work) =>
        work
          .select({ id: recordings.id, call: recordings.callId })
          .from(recordings)
          .where(and(eq(recordings.accountId, account), lt(recordings.storedAt, before)))
          .orderBy(asc(recordings.storedAt))
          .limit(atOnce),
      ),
    forgetRecordings: async (account, ids) => {
      if (ids.length === 0) return;
      await actForAccount(db, account, async (work) => {
        const ofThem = and(eq(transcripts.accountId, account), inArray(transcripts.recordingId, [...ids]));
        await work.delete(transcripts).where(ofThem);
        await work.delete(recordings).where(and(eq(recordings.accountId, account), inArray(recordings.id, [...ids])));
      });
    },
  };
}
