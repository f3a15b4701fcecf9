import type { TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { AdCost } from "@ringtrail/core/attribution";
import type { CallValue, DaysAsked, OverviewFacts } from "@ringtrail/core/ports";

/** What was paid for some lines that name the same. */
interface PaidRow extends Pick<AdCost, "currency" | "micros" | "clicks" | "impressions"> {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly keyword: string | null;
  readonly landing_path: string | null;
  /** By which of the columns it is added up; the others say nothing. */
  readonly by: "source" | "keyword" | "landing_page";
}

/**
 * What was paid within some days, added up by what names a row of each dimension, in one reading of the lines. A channel
 * is named by rules that look at source, medium and campaign.
 */
export async function readPaid(
  work: TransactionSql,
  account: AccountId,
  { site, from, to }: DaysAsked,
): Promise<OverviewFacts["paid"]> {
  const rows = await work<PaidRow[]>`
    select source, medium, campaign, keyword, landing_path, currency,
           case when grouping(source) = 0 then 'source' when grouping(keyword) = 0 then 'keyword'
                else 'landing_page' end as by,
           sum(micros)::float8 as micros, sum(clicks)::float8 as clicks, sum(impressions)::float8 as impressions
    from ringtrail.paid_within(${account}, ${sitesOf(work, account, site)}, ${from}, ${to})
    group by grouping sets ((source, medium, campaign, currency), (keyword, currency), (landing_path, currency))`;
  const told = (by: PaidRow["by"]) => rows.filter((row) => row.by === by).map((row) => costOf(row, from));
  return {
    channel: told("source"),
    source: told("source"),
    keyword: told("keyword"),
    landing_page: told("landing_page"),
  };
}

/** What was paid in all. */
export function paidInAll(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<CallValue[]>`
    select currency, sum(micros)::float8 as micros
    from ringtrail.paid_within(${account}, ${sitesOf(work, account, site)}, ${from}, ${to})
    group by currency order by currency`;
}

/** Named one by one, because the key of costs has the site before the day. */
function sitesOf(work: TransactionSql, account: AccountId, site: DaysAsked["site"]) {
  return site === undefined
    ? work`array(select id from ringtrail.sites where account_id = ${account})`
    : work`array[${site}::uuid]`;
}

function costOf(
  { by: _by, landing_path: landingPath, source, medium, campaign, keyword, ...sums }: PaidRow,
  day: string,
): AdCost {
  return {
    ...sums,
    day,
    line: "",
    source: source ?? "",
    medium: medium ?? "",
    campaign: campaign ?? undefined,
    keyword: keyword ?? undefined,
    landingPath: landingPath ?? undefined,
  };
}
