import type { Sql } from "postgres";
import { instant, type AccountId, type E164, type Instant, type NumberId } from "@ringtrail/core";
import type { LeasePlan, Lent, ShownHow } from "@ringtrail/core/number-pool";
import type { NewVisit } from "@ringtrail/core/ports";
import { oneAnswer } from "./ask.ts";

/** What `ringtrail.lend` answers per plan; absent fields are left out. */
export interface LentRow {
  readonly how: ShownHow;
  readonly number?: NumberId | undefined;
  readonly e164?: E164 | undefined;
  readonly until?: number | undefined;
}

/** A row as the core knows it. */
export function lentOf({ how, number, e164, until }: LentRow): Lent {
  return {
    how,
    number: number === undefined || e164 === undefined ? undefined : { id: number, e164 },
    until: until === undefined ? undefined : instant(until),
  };
}

/** Lends to one visit in one statement, which waits its turn for what somebody else is being lent. */
export async function lendAlone(
  sql: Sql,
  account: AccountId,
  visit: NewVisit,
  plans: readonly LeasePlan[],
): Promise<readonly Lent[]> {
  const [plan] = plans;
  if (plan !== undefined && plans.length === 1 && !plan.isReturning)
    return [await lendNewcomer(sql, account, visit, plan)];
  const given = [JSON.stringify(visit), JSON.stringify(plans)] as const;
  const rows = await oneAnswer(
    sql<{ answer: LentRow[] }[]>`select ringtrail.lend(${account}, ${given[0]}, ${given[1]}) as answer`,
  );
  return rows.map(lentOf);
}

/** The same for one number and a visitor who was shown none before, field by field. */
async function lendNewcomer(sql: Sql, account: AccountId, visit: NewVisit, plan: LeasePlan): Promise<Lent> {
  const { touch, page } = visit;
  const row = await oneAnswer(
    sql<{ answer: LentRow }[]>`
      select ringtrail.lend_newcomer(
        ${account}, ${visit.id}, ${visit.visitor}, ${visit.site}, ${JSON.stringify(visit.permission)},
        ${JSON.stringify(visit.landing)}, ${visit.device}, ${moment(page.at)}, ${page.path}, ${page.title}, ${touch.channel},
        ${touch.source}, ${touch.medium}, ${touch.campaign ?? null}, ${touch.keyword ?? null},
        ${touch.clickId ?? null}, ${touch.rule}, ${plan.pool}, ${listOf(plan.slices)}, ${listOf(plan.near)},
        ${plan.mayShare}, ${plan.firm}, ${plan.sourceNumber ?? null}, ${moment(plan.now)}, ${moment(plan.freeSince)},
        ${moment(plan.until)}) as answer`,
  );
  const isPlans = row.how === "free" || row.how === "resting";
  return lentOf(isPlans ? { ...row, until: plan.until } : row);
}

/** An instant as PostgreSQL reads it. */
function moment(at: Instant): string {
  return new Date(at).toISOString();
}

/** Texts as PostgreSQL reads an array: its quotes and backslashes are those of JSON. */
function listOf(texts: readonly string[]): string {
  return `{${texts.map((text) => JSON.stringify(text)).join(",")}}`;
}
