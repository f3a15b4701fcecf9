import type { Sql } from "postgres";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { factsOfChange, foldCall, ringing, type CallEvent } from "@ringtrail/core/call-flow";
import type { CallId, NumberId } from "@ringtrail/core";
import type { CallStore, HourCount, Rings } from "@ringtrail/core/ports";
import { answerOf, oneAnswer } from "./ask.ts";
import { readCall } from "./read-call.ts";
import { listCalls } from "./list-calls.ts";

/** Calls, their events and their credit. What a ringing call waits for is one statement. */
export function callStore(sql: Sql, desk: Sql, db: PostgresJsDatabase): CallStore {
  return {
    ring: (account, call) =>
      oneAnswer(
        sql<{ answer: { id: CallId; isNew: boolean } }[]>`
          select ringtrail.ring(${account}, ${JSON.stringify(call)}, ${JSON.stringify(ringing)}) as answer`,
      ),
    findByRef: (account, connection, carrierRef) =>
      answerOf(
        sql<{ answer: CallId | null }[]>`
          select ringtrail.call_by_ref(${account}, ${connection}, ${carrierRef}) as answer`,
      ),
    // A few statements in one transaction: the core folds and says what is worth telling, and nobody else appends to
    // this call in between.
    append: (account, call, event) =>
      sql.begin(async (work) => {
        const { isNew, events } = await oneAnswer(
          work<{ answer: { isNew: boolean; events: CallEvent[] } }[]>`
            select ringtrail.append_event(${account}, ${call}, ${JSON.stringify(event)}) as answer`,
        );
        const state = foldCall(events);
        if (isNew) {
          await work`update ringtrail.calls set state = ${JSON.stringify(state)}
                     where account_id = ${account} and id = ${call}`;
          const before = foldCall(events.filter(({ kind, key }) => kind !== event.kind || key !== event.key));
          const facts = factsOfChange(before, state);
          const at = new Date(event.at).toISOString();
          if (facts.length > 0) {
            const kinds = facts.join(" ");
            await work`select ringtrail.note_call(${account}, ${call}, string_to_array(${kinds}, ' '), ${at}::timestamptz)`;
          }
        }
        return { isNew, state };
      }),
    saveMatch: async (account, call, match, sourceTouch) => {
      const touch = sourceTouch === undefined ? null : JSON.stringify(sourceTouch);
      await sql`select ringtrail.save_match(${account}, ${call}, ${JSON.stringify(match)}, ${touch})`;
    },
    ringsOn: (account, number, asked, { from, before }) =>
      oneAnswer(
        sql<{ answer: Rings }[]>`
          select ringtrail.rings_on(${account}, ${number}, ${JSON.stringify(asked)}, ${from}, ${before}) as answer`,
      ),
    hours: (account, since) =>
      oneAnswer(desk<{ answer: HourCount<NumberId>[] }[]>`select ringtrail.call_hours(${account}, ${since}) as answer`),
    facts: (account, call) => readCall(db, account, call),
    list: (account, query) => listCalls(db, account, query),
  };
}
