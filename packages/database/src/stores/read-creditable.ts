import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { instant, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import { callsOfCounts } from "@ringtrail/core/healthcare";
import type { CreditableCall, ReportPeriod } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, eq, gte, lt, sql } from "../drizzle.ts";
import { makeId } from "../make-id.ts";
import { calls, callValues } from "../schema/index.ts";
import { readCounts } from "./read-counts.ts";
import { tellCalls } from "./tell-calls.ts";

/** A call may have two hundred candidates, and a statement 65,535 places for their ids. */
const callsAtOnce = 100;

/** Reads the calls of a time with what their credit hangs on, part by part, each in a transaction of its own. */
export async function* readCreditable(
  db: PostgresJsDatabase,
  account: AccountId,
  period: ReportPeriod,
): AsyncGenerator<readonly CreditableCall[]> {
  let last: { readonly rangAt: Instant; readonly id: CallId } | undefined;
  while (true) {
    const from = last;
    const part = await actForAccount(db, account, (work) => readPart(work, account, period, from));
    if (part.length > 0) yield part;
    last = part.at(-1);
    if (part.length < callsAtOnce) break;
  }
  const counts = await actForAccount(db, account, (work) => readCounts(work, account, "way", period));
  for (const of of counts) yield callsOfCounts(of, instant(Date.parse(of.lastDay)), makeId<CallId>);
}

async function readPart(
  work: AccountWork,
  account: AccountId,
  { site, from, before }: ReportPeriod,
  last: { readonly rangAt: Instant; readonly id: CallId } | undefined,
): Promise<readonly CreditableCall[]> {
  const rows = await work
    .select({ call: calls, micros: callValues.micros, currency: callValues.currency })
    .from(calls)
    .leftJoin(callValues, and(eq(callValues.accountId, calls.accountId), eq(callValues.callId, calls.id)))
    .where(
      and(
        eq(calls.accountId, account),
        site === undefined ? undefined : eq(calls.siteId, site),
        gte(calls.rangAt, from),
        lt(calls.rangAt, before),
        last &&
          sql`(${calls.rangAt}, ${calls.id}) > (${new Date(last.rangAt).toISOString()}::timestamptz, ${last.id}::uuid)`,
      ),
    )
    .orderBy(asc(calls.rangAt), asc(calls.id))
    .limit(callsAtOnce);
  return tellCalls(work, account, rows);
}
