import { and, desc, eq, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { err, instant, ok, parseId, type AccountId, type CallId, type Instant, type Result } from "@ringtrail/core";
import type { CallPage, CallQuery, CursorMalformed } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { calls } from "../schema/index.ts";
import { callConditions } from "./call-conditions.ts";
import { summarize } from "./read-call.ts";

/** A place in the list: after this call. */
interface Place {
  readonly rangAt: Instant;
  readonly id: CallId;
}

/** Reads a page of calls, newest first. */
export async function listCalls(
  db: PostgresJsDatabase,
  account: AccountId,
  query: CallQuery,
): Promise<Result<CallPage, CursorMalformed>> {
  const start = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (query.cursor !== undefined && start === undefined) return err({ code: "cursor_malformed" });
  const page = await actForAccount(db, account, async (work) => {
    // One more than asked for says whether there is a next page.
    const rows = await work
      .select()
      .from(calls)
      .where(and(eq(calls.accountId, account), ...callConditions(query), after(start)))
      .orderBy(desc(calls.rangAt), desc(calls.id))
      .limit(query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return { calls: await summarize(work, account, shown), next: last && cursorOf(last) };
  });
  return ok(page);
}

function after(start: Place | undefined) {
  if (start === undefined) return undefined;
  return sql`(${calls.rangAt}, ${calls.id}) < (${new Date(start.rangAt).toISOString()}::timestamptz, ${start.id}::uuid)`;
}

function cursorOf({ rangAt, id }: Place): string {
  return `${rangAt}.${id}`;
}

function readCursor(cursor: string): Place | undefined {
  const [, rangAt, text] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const id = parseId<CallId>(text ?? "");
  return rangAt === undefined || !id.ok ? undefined : { rangAt: instant(Number(rangAt)), id: id.value };
}
