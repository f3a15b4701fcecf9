import type { Sql } from "postgres";
import type { AccountId, E164, NumberId } from "@ringtrail/core";
import type { Arrivals, LeasePlan, Lent, NumberPool, ShownHow } from "@ringtrail/core/number-pool";
import type { NewVisit, NumberState, PoolStore, SignOfLife } from "@ringtrail/core/ports";
import { oneAnswer } from "./ask.ts";
import { gather } from "./gather.ts";
import { lendAlone, lentOf } from "./lend-alone.ts";

/** An answer of `ringtrail.lend_together`: the places of its visit and its plan, counted from 1, and what it was lent. */
type PlacedRow = readonly [
  nth: number,
  place: number,
  how: ShownHow,
  number: NumberId | null,
  e164: E164 | null,
  until: number | null,
];

interface ToLend {
  readonly visit: NewVisit;
  readonly plans: readonly LeasePlan[];
}

/**
 * So many visits of an account wait before a second statement of it goes beside one on its way. Fewer are answered
 * sooner by the next one: two that are nearly empty keep the database busier than one that is not.
 */
const company = 8;

/**
 * Numbers and who holds them. Every method is one statement: one SQL function, one round trip. Lends and signs of life
 * that queue go together.
 *
 * @param desk for what people at a desk ask, which may take longer than a page waits.
 * @param together how many visits of an account share a statement at most; 1 gives each its own.
 */
export function poolStore(sql: Sql, desk: Sql, together: number): PoolStore {
  const load = { most: together, atOnce: 2, company: Math.min(company, together) };
  const lend = gather<ToLend, readonly Lent[]>({
    send: (account, lends) => lendTogether(sql, account, lends),
    keyOf: ({ visit }) => visit.id,
    ...load,
  });
  const renew = gather<SignOfLife, boolean>({
    send: (account, signs) =>
      oneAnswer(
        sql<{ answer: boolean[] }[]>`
          select ringtrail.renew_together(${account}, ${JSON.stringify(signs)}) as answer`,
      ),
    keyOf: ({ visit }) => visit,
    ...load,
  });
  return {
    lend: (account, visit, plans) => lend(account, { visit, plans }),
    renew,
    poolsOf: (account) => oneAnswer(sql<{ answer: NumberPool[] }[]>`select ringtrail.pools_of(${account}) as answer`),
    arrivals: (account, since) =>
      oneAnswer(desk<{ answer: Arrivals[] }[]>`select ringtrail.arrivals(${account}, ${since}) as answer`),
    states: async (account, now) => {
      const rows = await oneAnswer(
        sql<{ answer: NumberState[] }[]>`select ringtrail.number_states(${account}, ${now}) as answer`,
      );
      return rows.map(stateOf);
    },
  };
}

/** Names the fields JSON leaves out, so that a state has the same shape from every store. */
function stateOf({ pool, lease, ...rest }: NumberState): NumberState {
  const { number, visit, firm, lastSeenAt, until } = lease;
  return { ...rest, pool, lease: { number, visit, firm, lastSeenAt, until } };
}

/**
 * Lends to visits of one account in one statement. A plan it had to leave, because somebody who is being served has
 * locked the last number, is asked for alone: that statement waits its turn. So is a visit that has no company.
 */
async function lendTogether(
  sql: Sql,
  account: AccountId,
  lends: readonly ToLend[],
): Promise<readonly (readonly Lent[])[]> {
  const [only] = lends;
  if (only !== undefined && lends.length === 1) return [await lendAlone(sql, account, only.visit, only.plans)];
  const given = [JSON.stringify(lends.map(({ visit }) => flatVisit(visit))), JSON.stringify(flatPlans(lends))] as const;
  const rows = await oneAnswer(
    sql<{ answer: PlacedRow[] }[]>`
      select ringtrail.lend_together(${account}, ${given[0]}, ${given[1]}) as answer`,
  );
  const answers = lends.map(({ plans }) => plans.map((): Lent | undefined => undefined));
  for (const [nth, place, how, number, e164, until] of rows) {
    const plan = lends[nth - 1]?.plans[place - 1];
    const places = answers[nth - 1];
    const isPlans = how === "free" || how === "resting";
    const row = { how, number: number ?? undefined, e164: e164 ?? undefined, until: until ?? undefined };
    if (places !== undefined) places[place - 1] = lentOf(isPlans && plan ? { ...row, until: plan.until } : row);
  }
  return Promise.all(
    answers.map(async (lent, nth) => {
      const { visit, plans } = lends[nth] ?? { visit: undefined, plans: [] };
      const left = plans.filter((_, place) => lent[place] === undefined);
      if (visit === undefined || left.length === 0) return lent.flatMap((one) => one ?? []);
      const waited = await lendAlone(sql, account, visit, left);
      return plans.flatMap((plan, place) => lent[place] ?? waited[left.indexOf(plan)] ?? []);
    }),
  );
}

/** A visit as `ringtrail.keep_visits` reads it: one level, which the database reads in one go. */
function flatVisit({ id, visitor, site, permission, landing, device, page, touch }: NewVisit): object {
  return { id, visitor, site, permission, landing, device, ...page, ...touch };
}

function flatPlans(lends: readonly ToLend[]): readonly object[] {
  return lends.flatMap(({ visit, plans }, nth) =>
    plans.map((plan, place) => ({ ...plan, nth: nth + 1, place: place + 1, visit: visit.id, visitor: visit.visitor })),
  );
}
