import { after, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import { pathToCall, pathWindowMs } from "@ringtrail/core/attribution";
import type { CreditableCall } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { and, asc, eq, gte, inArray } from "../drizzle.ts";
import { callCandidates, visits, type calls } from "../schema/index.ts";
import { wholeTouch } from "./name-absent.ts";
import { readOrdersOfCalls } from "./read-orders-of-calls.ts";
import { readVisitsOf, visitorsOf } from "./read-visits-of.ts";

/** A call with the value somebody gave it. */
export interface CallRead {
  readonly call: typeof calls.$inferSelect;
  readonly micros: number | null;
  readonly currency: string | null;
}

/** Tells calls with everything their credit hangs on. */
export async function tellCalls(
  work: AccountWork,
  account: AccountId,
  rows: readonly CallRead[],
): Promise<readonly CreditableCall[]> {
  const asked = rows.map(({ call }) => call);
  const callersOf = await readCallers(work, account, asked);
  const ordersOf = await readOrdersOfCalls(
    work,
    account,
    asked.map(({ id }) => id),
  );
  return rows.map(({ call: { id, numberId: number, rangAt, sourceTouch, returning }, micros, currency }) => ({
    id,
    number,
    rangAt,
    value: micros === null || currency === null ? undefined : { micros, currency },
    orders: ordersOf.get(id) ?? [],
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
  const [first] = asked.toSorted((a, b) => a.rangAt - b.rangAt);
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
