import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { Phi, type AccountId, type E164 } from "@ringtrail/core";
import type { Caller, CareStore, EarlierRing, RecordingFacts } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, desc, eq, gte, inArray, isNull, type SQL } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { callers, recordings } from "../schema/index.ts";
import { callNoteStore, forgetNotes } from "./call-note-store.ts";
import { callerPlaceStore } from "./caller-place-store.ts";
import { careNames } from "./care-names.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { forgetCare } from "./forget-care.ts";
import { oneAnswer } from "./ask.ts";
import { readCallersSince } from "./read-callers-since.ts";
import { openText, sealText } from "./seal-text.ts";

/** The care side: sealed before it leaves this process, kept under a role that sees nothing else. */
export function careStore(sql: Sql, findKey: FindKey): CareStore {
  const db = drizzle(sql);
  const readRecording = (account: AccountId, which: SQL) =>
    actForAccount(db, account, async (work) => {
      const [row] = await work
        .select()
        .from(recordings)
        .where(and(eq(recordings.accountId, account), which))
        .orderBy(asc(recordings.arrival))
        .limit(1);
      return row && recordingOf(row);
    });
  return {
    saveCaller: async (account, call, { number, name }, rangAt) => {
      const key = await findKey(account, "care");
      const fingerprint = number === undefined ? null : fingerprintOf(key, Phi.reveal(number, "fingerprint"));
      const sealedNumber = sealText(key, account, call, "number", number);
      const sealedName = sealText(key, account, call, "name", name);
      await sql`select care.save_caller(${account}, ${call}, ${rangAt}, ${fingerprint}, ${sealedNumber}, ${sealedName})`;
    },
    nameCaller: async (account, call, name) => {
      const nameSealed = sealText(await findKey(account, "care"), account, call, "name", name);
      const unnamed = and(eq(callers.accountId, account), eq(callers.callId, call), isNull(callers.nameSealed));
      await actForAccount(db, account, (work) => work.update(callers).set({ nameSealed }).where(unnamed));
    },
    caller: async (account, call) => {
      const key = await findKey(account, "care");
      const [row] = await actForAccount(db, account, (work) =>
        work
          .select()
          .from(callers)
          .where(and(eq(callers.accountId, account), eq(callers.callId, call))),
      );
      if (row === undefined) return undefined;
      const number = openText<E164>(key, account, call, "number", row.numberSealed);
      return { number, name: openText(key, account, call, "name", row.nameSealed) } satisfies Caller;
    },
    earlierCalls: (account, call) =>
      oneAnswer(sql<{ answer: EarlierRing[] }[]>`select care.earlier_calls(${account}, ${call}) as answer`),
    callersBefore: (account, call, since) =>
      oneAnswer(sql<{ answer: number }[]>`select care.callers_before(${account}, ${call}, ${since}) as answer`),
    callersSince: (account, since) => readCallersSince(db, findKey, account, since),
    callsFrom: async (account, number, since) => {
      const fingerprint = fingerprintOf(await findKey(account, "care"), Phi.reveal(number, "fingerprint"));
      const theirs = and(eq(callers.fingerprint, fingerprint), gte(callers.rangAt, since));
      return actForAccount(db, account, (work) =>
        work
          .select({ call: callers.callId, at: callers.rangAt })
          .from(callers)
          .where(and(eq(callers.accountId, account), theirs))
          .orderBy(desc(callers.rangAt))
          .limit(50),
      );
    },
    forgetCalls: (account, calls) =>
      actForAccount(db, account, async (work) => {
        if (calls.length === 0) return [];
        const ofCalls = (table: typeof callers | typeof recordings) =>
          and(eq(table.accountId, account), inArray(table.callId, [...calls]));
        const gone = await work.delete(recordings).where(ofCalls(recordings)).returning({ id: recordings.id });
        await work.delete(callers).where(ofCalls(callers));
        await forgetNotes(work, account, calls);
        return gone.map(({ id }) => id);
      }),
    ...forgetCare(db),
    ...callNoteStore(db, findKey),
    ...callerPlaceStore(db, findKey),
    ...careNames(db),
    saveRecording: async (account, { call, ...facts }) => {
      await actForAccount(db, account, (work) =>
        work
          .insert(recordings)
          .values({ accountId: account, callId: call, ...facts })
          .onConflictDoNothing({ target: [recordings.accountId, recordings.id] }),
      );
    },
    recordingOf: (account, call) => readRecording(account, eq(recordings.callId, call)),
    recording: (account, id) => readRecording(account, eq(recordings.id, id)),
  };
}

function recordingOf(row: typeof recordings.$inferSelect): RecordingFacts {
  const { accountId: _account, arrival: _arrival, callId: call, ...facts } = row;
  return { ...facts, call };
}
