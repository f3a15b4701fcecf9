import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { AccountId, CallId } from "@ringtrail/core";
import { foldCall, ringing, type CallEvent } from "@ringtrail/core/call-flow";
import { besideCaller } from "@ringtrail/core/healthcare";
import type { CallFacts, CallStore, CallSummary } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, desc, eq } from "../drizzle.ts";
import { careCallEvents, careCalls } from "../schema/index.ts";
import { answerOf, oneAnswer } from "./ask.ts";
import { careCallConditions } from "./care-call-conditions.ts";
import { after, turnPage } from "./list-calls.ts";
import { orderEvents } from "./order-events.ts";

/** Calls to sites in healthcare mode, kept where no visit, no number and no campaign is. */
export type CareCallStore = Omit<CallStore, "hours" | "ringsOn" | "saveMatch"> & {
  /** Keeps how sure the credit is and the channel; which way the call came is not for this side. */
  readonly saveChannel: (account: AccountId, call: CallId, credit: CareCredit) => Promise<void>;
};

/** What the care side may know of a call's credit. */
export type CareCredit = Pick<typeof careCalls.$inferInsert, "matchKind" | "confidence" | "channel">;

/** The care side's calls, under the care side's role. */
export function careCallStore(sql: Sql, db: PostgresJsDatabase): CareCallStore {
  const theCall = (account: AccountId, id: CallId) => and(eq(careCalls.accountId, account), eq(careCalls.id, id));
  return {
    ring: (account, { number: _number, ...call }) =>
      oneAnswer(
        sql<{ answer: { id: CallId; isNew: boolean } }[]>`
          select care.ring(${account}, ${JSON.stringify(call)}, ${JSON.stringify(ringing)}) as answer`,
      ),
    findByRef: (account, connection, carrierRef) =>
      answerOf(
        sql<{ answer: CallId | null }[]>`select care.call_by_ref(${account}, ${connection}, ${carrierRef}) as answer`,
      ),
    append: (account, call, event) =>
      sql.begin(async (work) => {
        const { isNew, events } = await oneAnswer(
          work<{ answer: { isNew: boolean; events: CallEvent[] } }[]>`
            select care.append_event(${account}, ${call}, ${JSON.stringify(event)}) as answer`,
        );
        const state = foldCall(events);
        if (isNew) {
          await work`update care.calls set state = ${JSON.stringify(state)}
                     where account_id = ${account} and id = ${call}`;
        }
        return { isNew, state };
      }),
    saveChannel: async (account, call, credit) => {
      const rows = await actForAccount(db, account, (work) =>
        work.update(careCalls).set(credit).where(theCall(account, call)).returning({ id: careCalls.id }),
      );
      if (rows.length === 0) throw new Error("The account has no such call.");
    },
    facts: (account, id) =>
      actForAccount(db, account, async (work) => {
        const [row] = await work.select().from(careCalls).where(theCall(account, id));
        if (row === undefined) return undefined;
        const events = await work
          .select({ event: careCallEvents.event })
          .from(careCallEvents)
          .where(and(eq(careCallEvents.accountId, account), eq(careCallEvents.callId, id)))
          .orderBy(asc(careCallEvents.at), asc(careCallEvents.arrival));
        return factsOf(row, orderEvents(events.map(({ event }) => event)));
      }),
    list: (account, query) =>
      turnPage(query, (start) =>
        actForAccount(db, account, async (work) => {
          const rows = await work
            .select()
            .from(careCalls)
            .where(and(eq(careCalls.accountId, account), ...careCallConditions(query), after(careCalls, start)))
            .orderBy(desc(careCalls.rangAt), desc(careCalls.id))
            .limit(query.limit + 1);
          return rows.map(summaryOf);
        }),
      ),
  };
}

function summaryOf(row: typeof careCalls.$inferSelect): CallSummary {
  return {
    id: row.id,
    site: row.siteId,
    number: undefined,
    rangAt: row.rangAt,
    state: { ...ringing, ...row.state },
    matchKind: row.matchKind ?? undefined,
    confidence: row.confidence ?? undefined,
    touch: row.channel === null ? undefined : besideCaller(row.channel),
    landingPath: undefined,
    isHealthcare: true,
  };
}

function factsOf(row: typeof careCalls.$inferSelect, events: readonly CallEvent[]): CallFacts {
  const { connectionId: connection, carrierRef, healed, matchKind, confidence } = row;
  const match =
    matchKind === null
      ? undefined
      : { kind: matchKind, candidates: [], returning: 0, nobody: 0, confidence: confidence ?? 0, model: "healthcare" };
  return { ...summaryOf(row), connection, carrierRef, healed, events, match, sourceTouch: undefined };
}
