import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { err, instant, ok, parseId, type AccountId, type CallId, type Instant, type Result } from "@ringtrail/core";
import type { CallPage, CallQuery, CallSummary, CursorMalformed } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, sql } from "../drizzle.ts";
import { calls, type careCalls } from "../schema/index.ts";
import { callConditions } from "./call-conditions.ts";
import { summarize } from "./read-call.ts";

/** A place in the list: after this call. */
export interface Place {
  readonly rangAt: Instant;
  readonly id: CallId;
}

/** Reads a page of calls, newest first. */
export function listCalls(
  db: PostgresJsDatabase,
  account: AccountId,
  query: CallQuery,
): Promise<Result<CallPage, CursorMalformed>> {
  return turnPage(query, (start) =>
    actForAccount(db, account, async (work) => {
      const rows = await work
        .select()
        .from(calls)
        .where(and(eq(calls.accountId, account), ...callConditions(query), after(calls, start)))
        .orderBy(desc(calls.rangAt), desc(calls.id))
        .limit(query.limit + 1);
      return summarize(work, account, rows);
    }),
  );
}

/** Reads where a page begins and says where the next one does. `read` answers one call more than asked for, if there is one. */
export async function turnPage(
  { cursor, limit }: CallQuery,
  read: (start: Place | undefined) => Promise<readonly CallSummary[]>,
): Promise<Result<CallPage, CursorMalformed>> {
  const start = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && start === undefined) return err({ code: "cursor_malformed" });
  const found = await read(start);
  const shown = found.slice(0, limit);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  return ok({ calls: shown, next: last && cursorOf(last) });
}

/** Calls of a list behind a place in it. */
export function after({ rangAt, id }: typeof calls | typeof careCalls, start: Place | undefined) {
  if (start === undefined) return undefined;
  return sql`(${rangAt}, ${id}) < (${new Date(start.rangAt).toISOString()}::timestamptz, ${start.id}::uuid)`;
}

function cursorOf({ rangAt, id }: Place): string {
  return `${rangAt}.${id}`;
}

function readCursor(cursor: string): Place | undefined {
  const [, rangAt, text] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const id = parseId<CallId>(text ?? "");
  return rangAt === undefined || !id.ok ? undefined : { rangAt: instant(Number(rangAt)), id: id.value };
}
