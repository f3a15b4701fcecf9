import type { Sql } from "postgres";
import { instant, type AccountId, type Instant, type SiteId } from "@ringtrail/core";
import type { PageSightings, SiteSightings } from "@ringtrail/core/ports";

interface SightingsRow {
  readonly seenMs: number | null;
  readonly pages: number;
  readonly swapMs: number | null;
  readonly adClicks: readonly { readonly source: string; readonly clicks: number; readonly keywords: number }[];
}

/** What was seen of a site's pages. Asked for at a desk, so it takes a transaction of its own. */
export function readSightings(sql: Sql, account: AccountId, site: SiteId, since: Instant): Promise<SiteSightings> {
  return sql.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    const [row] = await work<SightingsRow[]>`
      with seen as materialized (
        select v.id, v.last_seen_at from ringtrail.visits v
        where v.account_id = ${account} and v.site_id = ${site} and v.last_seen_at >= ringtrail.moment(${since})
          and v.started_at >= ringtrail.moment(${since}) - interval '1 day'
      )
      select
        (select ringtrail.ms(max(last_seen_at)) from seen) as "seenMs",
        (select count(distinct p.path)::int from seen join ringtrail.page_views p
           on p.account_id = ${account} and p.visit_id = seen.id and p.at >= ringtrail.moment(${since})) as pages,
        (select ringtrail.ms(max(i.shown_at)) from seen join ringtrail.impressions i
           on i.account_id = ${account} and i.visit_id = seen.id and i.number_id is not null) as "swapMs",
        (select coalesce(json_agg(a order by a.source), '[]') from (
           select t.source, count(*)::int as clicks, count(t.keyword)::int as keywords
           from seen join ringtrail.touches t on t.account_id = ${account} and t.visit_id = seen.id
           where t.channel like 'paid!_%' escape '!' group by t.source) a) as "adClicks"`;
    if (row === undefined) throw new Error("The database answered nothing.");
    const { seenMs, pages, swapMs, adClicks } = row;
    return { lastSeenAt: momentOf(seenMs), pages, lastSwapAt: momentOf(swapMs), adClicks };
  });
}

/** What was seen of one page. A number that a visit was shown stays on its later pages: it is told once. */
export function readPageSightings(
  sql: Sql,
  { account, site, path, since }: { account: AccountId; site: SiteId; path: string; since: Instant },
): Promise<PageSightings> {
  return sql.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    const [row] = await work<{ visits: number; seenMs: number | null; swapMs: number | null }[]>`
      with opened as materialized (
        select p.visit_id, p.at from ringtrail.visits v
        join ringtrail.page_views p on p.account_id = v.account_id and p.visit_id = v.id
        where v.account_id = ${account} and v.site_id = ${site} and v.last_seen_at >= ringtrail.moment(${since})
          and v.started_at >= ringtrail.moment(${since}) - interval '1 day'
          and p.path = ${path} and p.at >= ringtrail.moment(${since})
      )
      select count(distinct o.visit_id)::int as visits, ringtrail.ms(max(o.at)) as "seenMs",
             ringtrail.ms(max(o.at) filter (where exists (
               select from ringtrail.impressions i
               where i.account_id = ${account} and i.visit_id = o.visit_id and i.number_id is not null
                 and i.shown_at <= o.at + interval '1 minute'))) as "swapMs"
      from opened o`;
    if (row === undefined) throw new Error("The database answered nothing.");
    return { visits: row.visits, lastSeenAt: momentOf(row.seenMs), lastSwapAt: momentOf(row.swapMs) };
  });
}

function momentOf(ms: number | null): Instant | undefined {
  return ms === null ? undefined : instant(ms);
}
