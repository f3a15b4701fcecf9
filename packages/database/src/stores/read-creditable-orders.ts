import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { after, type AccountId, type CallId, type VisitId } from "@ringtrail/core";
import { pathToCall, pathWindowMs } from "@ringtrail/core/attribution";
import type { CreditableCall, CreditableOrder, KeptOrder, ReportPeriod } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, eq, inArray, sql } from "../drizzle.ts";
import { calls, callValues, shopOrders, visits } from "../schema/index.ts";
import { readOrders, isPlacedIn } from "./read-orders.ts";
import { readVisitsOf, visitorsOf } from "./read-visits-of.ts";
import { tellCalls } from "./tell-calls.ts";

const ordersAtOnce = 500;

/** Reads the orders of a time with what their credit hangs on, part by part, each in a transaction of its own. */
export async function* readCreditableOrders(
  db: PostgresJsDatabase,
  account: AccountId,
  period: ReportPeriod,
): AsyncGenerator<readonly CreditableOrder[]> {
  const { placedAt, siteId, shop, ref } = shopOrders;
  const order = [asc(placedAt), asc(siteId), asc(shop), asc(ref)];
  let last: KeptOrder | undefined;
  while (true) {
    const from = last;
    const behind =
      from &&
      sql`(${placedAt}, ${siteId}, ${shop}, ${ref}) >
          (${new Date(from.placedAt).toISOString()}::timestamptz, ${from.site}::uuid, ${from.shop}, ${from.ref})`;
    const part = await actForAccount(db, account, async (work) => {
      const kept = await readOrders(work, and(isPlacedIn(account, period), behind), order, ordersAtOnce);
      return { last: kept.at(-1), count: kept.length, told: await tellOrders(work, account, kept) };
    });
    if (part.count > 0) yield part.told;
    last = part.last;
    if (part.count < ordersAtOnce) return;
  }
}

async function tellOrders(
  work: AccountWork,
  account: AccountId,
  kept: readonly KeptOrder[],
): Promise<readonly CreditableOrder[]> {
  const callOf = await readCalls(work, account, [...new Set(kept.flatMap(({ match }) => match?.call ?? []))]);
  const wayOf = await readWays(work, account, kept);
  return kept.map(({ match, ...order }) => {
    const call = match && callOf.get(match.call);
    return { ...order, through: match && call && { rule: match.rule, call }, way: wayOf(order) };
  });
}

async function readCalls(
  work: AccountWork,
  account: AccountId,
  ids: readonly CallId[],
): Promise<ReadonlyMap<CallId, CreditableCall>> {
  if (ids.length === 0) return new Map();
  const rows = await work
    .select({ call: calls, micros: callValues.micros, currency: callValues.currency })
    .from(calls)
    .leftJoin(callValues, and(eq(callValues.accountId, calls.accountId), eq(callValues.callId, calls.id)))
    .where(and(eq(calls.accountId, account), inArray(calls.id, [...ids])));
  return new Map((await tellCalls(work, account, rows)).map((call) => [call.id, call]));
}

/** The way each order's visit had come by the time the order was placed. */
async function readWays(
  work: AccountWork,
  account: AccountId,
  kept: readonly KeptOrder[],
): Promise<(order: Pick<KeptOrder, "visit" | "placedAt">) => CreditableOrder["way"]> {
  const [first] = kept.toSorted((a, b) => a.placedAt - b.placedAt);
  const visitors = await visitorsOf(work, account, [...new Set(kept.flatMap(({ visit }) => visit ?? []))]);
  const earliest =
    first && sql`${visits.startedAt} >= ${new Date(after(first.placedAt, -pathWindowMs)).toISOString()}::timestamptz`;
  const theirs = await readVisitsOf(work, account, [...new Set(visitors.values())], earliest);
  const visitsOf = Map.groupBy(theirs, ({ visitor }) => visitor);
  return ({ visit, placedAt }) => {
    const visitor = visit && visitors.get(visit);
    const all = visitor === undefined ? [] : (visitsOf.get(visitor) ?? []);
    const own = all.find((one) => one.visit === (visit as VisitId | undefined));
    return own && pathToCall({ visit: own.visit, touch: own.touch }, all, placedAt);
  };
}
