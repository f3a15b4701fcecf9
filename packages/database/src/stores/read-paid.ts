import type { TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { AdCost } from "@ringtrail/core/attribution";
import type { DaysAsked, OverviewFacts } from "@ringtrail/core/ports";
import { ofSite } from "./of-site.ts";

/** What names a cost's row. A channel is named by rules that look at source, medium and campaign. */
const saidBy = {
  source: ["source", "medium", "campaign"],
  keyword: ["keyword"],
  landing_page: ["landing_path"],
} as const;

/** What was paid within some days, added up by what names a row of each dimension. */
export async function readPaid(
  work: TransactionSql,
  account: AccountId,
  asked: DaysAsked,
): Promise<OverviewFacts["paid"]> {
  const [source, keyword, landingPage] = await Promise.all([
    addedUp(work, account, asked, saidBy.source),
    addedUp(work, account, asked, saidBy.keyword),
    addedUp(work, account, asked, saidBy.landing_page),
  ]);
  return { channel: source, source, keyword, landing_page: landingPage };
}

async function addedUp(
  work: TransactionSql,
  account: AccountId,
  { site, from, to }: DaysAsked,
  columns: readonly string[],
): Promise<readonly AdCost[]> {
  const rows = await work<PaidRow[]>`
    select ${work(columns)}, currency, sum(micros)::float8 as micros, sum(clicks)::float8 as clicks,
           sum(impressions)::float8 as impressions
    from ringtrail.ad_costs d
    where d.account_id = ${account} and d.day between ${from} and ${to} ${ofSite(work, site)}
    group by ${work(columns)}, currency`;
  return rows.map(({ campaign, keyword, landing_path: landingPath, ...row }) => ({
    day: from,
    source: "",
    medium: "",
    line: "",
    ...row,
    campaign: campaign ?? undefined,
    keyword: keyword ?? undefined,
    landingPath: landingPath ?? undefined,
  }));
}

interface PaidRow extends Pick<AdCost, "currency" | "micros" | "clicks" | "impressions"> {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string | null;
  readonly keyword?: string | null;
  readonly landing_path?: string | null;
}
