import type { AccountId } from "@ringtrail/core";
import type { HealthcareCounts, HealthcareCut, ReportPeriod } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { and, asc, eq, gte, lt, sql } from "../drizzle.ts";
import { healthcareCounts } from "../schema/index.ts";

/** Reads the published counts whose period ended within a time, oldest first, one answer per site and period. */
export async function readCounts(
  work: AccountWork,
  account: AccountId,
  cut: HealthcareCut,
  { site, from, before }: ReportPeriod,
): Promise<readonly HealthcareCounts[]> {
  const { accountId, siteId, cut: which, firstDay, lastDay, path, calls } = healthcareCounts;
  const start = sql`${lastDay}::timestamp at time zone 'UTC'`;
  const rows = await work
    .select({ siteId, firstDay, lastDay, path, calls })
    .from(healthcareCounts)
    .where(
      and(
        eq(accountId, account),
        eq(which, cut),
        site === undefined ? undefined : eq(siteId, site),
        gte(start, new Date(from).toISOString()),
        lt(start, new Date(before).toISOString()),
      ),
    )
    .orderBy(asc(lastDay), asc(siteId), asc(path));
  return [...Map.groupBy(rows, (row) => `${row.lastDay} ${row.siteId}`).values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const cells = of.map((row) => ({ path: row.path, calls: row.calls }));
    return { firstDay: first.firstDay, lastDay: first.lastDay, cells };
  });
}
