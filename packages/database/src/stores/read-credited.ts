import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { after, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import { lastClick, type CreditedCall, type CreditedVisit } from "@ringtrail/core/attribution";
import { isFlagged } from "@ringtrail/core/call-flow";
import type { CreditedQuery } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from "../drizzle.ts";
import { callCandidates, calls, callValues, visits } from "../schema/index.ts";

/** A call may have two hundred candidates, and a statement 65,535 places for their ids. */
const callsAtOnce = 100;

type CallRow = Pick<typeof calls.$inferSelect, "id" | "rangAt" | "state">;

/** Reads judged calls with the visits that may have made them, part by part, each in a transaction of its own. */
export async function* readCredited(
  db: PostgresJsDatabase,
  account: AccountId,
  query: CreditedQuery,
): AsyncGenerator<readonly CreditedCall[]> {
  let last: { readonly rangAt: Instant; readonly id: CallId } | undefined;
  while (true) {
    const from = last;
    const part = await actForAccount(db, account, (work) => readPart(work, account, query, from));
    if (part.credited.length > 0) yield part.credited;
    last = part.last;
    if (part.read < callsAtOnce) return;
  }
}

async function readPart(
  work: AccountWork,
  account: AccountId,
  query: CreditedQuery,
  last: { readonly rangAt: Instant; readonly id: CallId } | undefined,
) {
  const { site, from, before } = query;
  const { id, rangAt, state } = calls;
  const rows = await work
    .select({ id, rangAt, state, micros: callValues.micros, currency: callValues.currency })
    .from(calls)
    .leftJoin(callValues, and(eq(callValues.accountId, calls.accountId), eq(callValues.callId, id)))
    .where(
      and(
        eq(calls.accountId, account),
        isNotNull(calls.matchKind),
        site === undefined ? undefined : eq(calls.siteId, site),
        gte(rangAt, from),
        lt(rangAt, before),
        last && sql`(${rangAt}, ${id}) > (${new Date(last.rangAt).toISOString()}::timestamptz, ${last.id}::uuid)`,
      ),
    )
    .orderBy(asc(rangAt), asc(id))
    .limit(callsAtOnce);
  const wanted = rows.filter((row) => !isFlagged(row.state));
  const visitsOf = await readVisits(work, account, wanted, query);
  const credited = wanted.map(({ micros, currency, ...row }) => ({
    id: row.id,
    rangAt: row.rangAt,
    answered: row.state.answeredAt !== undefined,
    talkMs: row.state.talkMs,
    value: micros === null || currency === null ? undefined : { micros, currency },
    visits: visitsOf.get(row.id) ?? [],
    caller: undefined,
  }));
  return { credited, read: rows.length, last: rows.at(-1) };
}

/** The stored visits of each call's candidates, with the last click of their visitors. */
async function readVisits(
  work: AccountWork,
  account: AccountId,
  asked: readonly CallRow[],
  { clickIds, windowMs }: CreditedQuery,
): Promise<ReadonlyMap<CallId, readonly CreditedVisit[]>> {
  const [first] = asked;
  if (first === undefined) return new Map();
  const { callId: call, visitId: visit, probability, rank } = callCandidates;
  const ids = asked.map(({ id }) => id);
  const candidates = await work
    .select({ call, visit, probability, visitor: visits.visitorId, evidence: visits.permission })
    .from(callCandidates)
    .innerJoin(visits, and(eq(visits.accountId, callCandidates.accountId), eq(visits.id, visit)))
    .where(and(eq(callCandidates.accountId, account), inArray(call, ids)))
    .orderBy(asc(call), asc(rank));
  const visitors = [...new Set(candidates.map(({ visitor }) => visitor))];
  const earliest = gte(visits.startedAt, after(first.rangAt, -windowMs));
  const landed =
    visitors.length === 0 || clickIds.length === 0
      ? []
      : await work
          .select({
            visitor: visits.visitorId,
            startedAt: visits.startedAt,
            query: sql<Readonly<Record<string, string>>>`${visits.landing} -> 'query'`,
          })
          .from(visits)
          .where(and(eq(visits.accountId, account), inArray(visits.visitorId, visitors), earliest));
  const landedBy = Map.groupBy(landed, ({ visitor }) => visitor);
  const rangAt = new Map(asked.map((one) => [one.id, one.rangAt]));
  const found = candidates.map((one) => {
    const rang = rangAt.get(one.call) ?? first.rangAt;
    const click = lastClick(landedBy.get(one.visitor) ?? [], rang, clickIds, windowMs);
    const { visit: id, visitor, evidence } = one;
    return { call: one.call, credited: { visit: id, visitor, probability: one.probability, evidence, click } };
  });
  return new Map(
    [...Map.groupBy(found, (one) => one.call)].map(([id, all]) => [id, all.map(({ credited }) => credited)]),
  );
}
