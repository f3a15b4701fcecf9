import type { TransactionSql } from "postgres";
import type { AccountId, SiteId } from "@ringtrail/core";
import { publishCounts, type CountedCalls } from "@ringtrail/core/healthcare";
import type { HealthcareCut } from "@ringtrail/core/ports";

/** What was counted of one period. */
export interface CountedPeriod {
  readonly cut: HealthcareCut;
  readonly firstDay: string;
  readonly counted: readonly CountedCalls[];
}

/** Publishes a period's counts by the core's rule, within the transaction that closed it. */
export async function keepCounts(
  work: TransactionSql,
  of: { readonly account: AccountId; readonly site: SiteId; readonly before: string; readonly least: number },
  { cut, firstDay, counted }: CountedPeriod,
): Promise<void> {
  // In the order of their names: the order in which calls came is told by nothing.
  const cells = publishCounts(counted, of.least).toSorted((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
  await work`
    insert into ringtrail.healthcare_counts (account_id, site_id, cut, first_day, last_day, path, calls)
    select ${of.account}, ${of.site}, ${cut}, ${firstDay}::date, ${of.before}::date - 1,
           array(select jsonb_array_elements_text(cell -> 'path')), (cell ->> 'calls')::integer
    from jsonb_array_elements(${JSON.stringify(cells)}::jsonb) with ordinality as cells (cell, nth) order by nth`;
}
