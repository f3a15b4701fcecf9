import { and, asc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { after, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import { pathToCall, pathWindowMs } from "@ringtrail/core/attribution";
import type { CreditableCall, ReportPeriod } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { callCandidates, calls, callValues, visits } from "../schema/index.ts";
import { wholeTouch } from "./name-absent.ts";
import { readVisitsOf, visitorsOf } from "./read-visits-of.ts";

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
    if (part.length < callsAtOnce) return;
  }
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
  const callersOf = await readCallers(
    work,
    account,
    rows.map(({ call }) => call),
  );
  return rows.map(({ call: { id, numberId: number, rangAt, sourceTouch, returning }, micros, currency }) => ({
    id,
    number,
    rangAt,
    value: micros === null || currency === null ? undefined : { micros, currency },
    sourceTouch: sourceTouch === null ? undefined : wholeTouch(sourceTouch),
    callers: callersOf.get(id) ?? [],
    returning: returning ?? 0,
  }));
}

/** Everybody who may have made each call, with the way they had come. */
async function readCallers(
  work: AccountWork,
  account: AccountId,
  asked: readonly { readonly id: CallId; readonly rangAt: Instant }[],
): Promise<ReadonlyMap<CallId, CreditableCall["callers"]>> {
  const [first] = asked;
  if (first === undefined) return new Map();
  const { callId: call, visitId: visit, probability, touch, rank } = callCandidates;
  const candidates = await work
    .select({ call, visit, probability, touch })
    .from(callCandidates)
    .where(
      and(
        eq(callCandidates.accountId, account),
        inArray(
          call,
          asked.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(call), asc(rank));
  const visitors = await visitorsOf(
    work,
    account,
    candidates.map((one) => one.visit),
  );
  const earliest = gte(visits.startedAt, after(first.rangAt, -pathWindowMs));
  const theirs = await readVisitsOf(work, account, [...new Set(visitors.values())], earliest);
  const visitsOf = Map.groupBy(theirs, ({ visitor }) => visitor);
  const rangAt = new Map(asked.map((one) => [one.id, one.rangAt]));
  const callers = candidates.map((one) => {
    const visitor = visitors.get(one.visit);
    const way = visitor === undefined ? [] : (visitsOf.get(visitor) ?? []);
    const candidate = { visit: one.visit, touch: wholeTouch(one.touch) };
    const touches = pathToCall(candidate, way, rangAt.get(one.call) ?? first.rangAt);
    return { call: one.call, caller: { visit: one.visit, visitor, probability: one.probability, touches } };
  });
  return new Map(
    [...Map.groupBy(callers, (one) => one.call)].map(([id, all]) => [id, all.map(({ caller }) => caller)]),
  );
}
