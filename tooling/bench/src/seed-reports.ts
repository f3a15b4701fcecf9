import { createHash } from "node:crypto";
import postgres, { type Sql } from "postgres";

/** How much a seeded account has. */
export interface ReportSize {
  readonly calls: number;
  readonly visits: number;
  readonly pagesEach: number;
  /** Over how many days until now they are spread. */
  readonly days: number;
}

/** Rows written by one statement. */
const rowsAtOnce = 100_000;
const ended = { phase: "ended", refused: false, choices: {}, talkMs: 93_000, lengthMs: 121_000, rest: {} };
const answered = JSON.stringify({ ...ended, businessEnd: "answered", answeredAt: 1_790_000_010_000 });
const missed = JSON.stringify({ ...ended, businessEnd: "no_answer", talkMs: 0 });

/**
 * Fills the one account of a database with visits, their pages, and calls of which most may be of one, two or three
 * visits. A few names are common and most are rare, as keywords are. Every trigger runs.
 */
export async function seedReports(url: string, size: ReportSize): Promise<{ readonly sql: Sql; readonly key: string }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`set role ringtrail_api`;
  await sql`set synchronous_commit = off`;
  const [account] = await sql<{ id: string }[]>`select account_id as id from ringtrail.all_accounts()`;
  if (account === undefined) throw new Error("The bench's account is not there.");
  await sql`select set_config('ringtrail.account', ${account.id}, false)`;
  await sql`select setseed(0.5)`;
  await drawSources(sql);
  for (let from = 0; from < size.visits; from += rowsAtOnce) await writeVisits(sql, size, from);
  for (let from = 0; from < size.calls; from += rowsAtOnce) await writeCalls(sql, size, from);
  await writeCosts(sql, size);
  const key = "rt_a-key-for-the-benchmark-of-reports";
  await sql`
    insert into ringtrail.api_keys (account_id, id, name, secret_sha256, scopes)
    values (${account.id}, gen_random_uuid(), 'Bench', ${createHash("sha256").update(key).digest("hex")},
            array['calls:read'])`;
  await sql`reset role`;
  await sql`analyze`;
  await sql`set role ringtrail_api`;
  return { sql, key };
}

/** 5,000 ways to come to a site: the first are common, the last rare. */
async function drawSources(sql: Sql): Promise<void> {
  await sql`
    create temporary table ways as
    select n as way, jsonb_build_object('channel', (array['paid_search', 'organic_search', 'maps', 'direct', 'referral',
             'organic_social', 'email', 'ai_assistant'])[1 + n % 8], 'source', 'source ' || (n % 40), 'medium', 'cpc',
             'campaign', 'campaign ' || (n % 60), 'keyword', 'keyword ' || (n % 2000), 'clickId', 'gclid',
             'rule', 'click_id_gclid') as touch, '/page-' || (n % 300) as path
    from generate_series(0, 4999) n`;
  await sql`create unique index on ways (way)`;
}

/** The nth visit has an id that says so, so that calls find their visits without asking. */
async function writeVisits(sql: Sql, { visits, pagesEach, days }: ReportSize, from: number): Promise<void> {
  const to = Math.min(visits, from + rowsAtOnce) - 1;
  console.error(`seeding visits ${from} to ${to} with ${pagesEach} pages each`);
  await sql`
    insert into ringtrail.visits
      (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
    select s.account_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(), s.id,
           '{"level":"full","basis":"answer"}',
           jsonb_build_object('host', 'bench.example', 'path', w.path, 'query', '{}'::jsonb), 'phone', d.at,
           d.at + interval '4 minutes'
    from ringtrail.sites s, generate_series(${from}::int, ${to}::int) n,
         lateral (select now() - (1 - n::float / ${visits}) * ${days} * interval '1 day' as at,
                         floor(5000 * power(random(), 3) + n * 0)::int as way) d
    join ways w on w.way = d.way`;
  await sql`
    insert into ringtrail.page_views (account_id, visit_id, at, path, title)
    select v.account_id, v.id, v.started_at + p * interval '20 seconds', '/page-' || ((p * 37) % 300), 'A page of the shop'
    from ringtrail.visits v, generate_series(1, ${pagesEach}::int) p
    where v.id between ('00000000-0000-7000-8000-' || lpad(${from}::text, 12, '0'))::uuid
                   and ('00000000-0000-7000-8000-' || lpad(${to}::text, 12, '0'))::uuid`;
}

async function writeCalls(sql: Sql, { calls, visits, days }: ReportSize, from: number): Promise<void> {
  const to = Math.min(calls, from + rowsAtOnce) - 1;
  console.error(`seeding calls ${from} to ${to}`);
  await sql`
    insert into ringtrail.calls
      (account_id, id, connection_id, carrier_ref, number_id, site_id, rang_at, healed, state, match_kind, confidence,
       returning_probability, nobody_probability, model)
    select t.account_id, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, t.connection_id, 'CA' || n, t.id,
           t.site_id, now() - (1 - n::float / ${calls}) * ${days} * interval '1 day', false,
           (array[${answered}::text::jsonb, ${missed}::text::jsonb])[1 + (n % 8) / 7], 'likely', 0.8,
           case when n % 3 = 0 then 0.1 else 0 end, 0.05, 'bench'
    from (select * from ringtrail.tracking_numbers limit 1) t, generate_series(${from}::int, ${to}::int) n`;
  // A call's visits began a little before it, as they do.
  await sql`
    insert into ringtrail.call_candidates (account_id, call_id, rank, visit_id, probability, touch, factors)
    select s.account_id, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, r,
           ('00000000-0000-7000-8000-' || lpad(greatest(0, (n::bigint * ${visits} / ${calls}) - r * 3)::text, 12, '0'))::uuid,
           0.85 / (1 + n % 3), w.touch, '[{"name":"shown_ago","weight":3,"fact":240000},{"name":"still_on_page","weight":1.6,"fact":true}]'
    from ringtrail.sites s, generate_series(${from}::int, ${to}::int) n, generate_series(1, 1 + n % 3) r,
         lateral (select floor(5000 * power(random(), 3) + n * 0 + r * 0)::int as way) d
    join ways w on w.way = d.way`;
  await sql`
    insert into ringtrail.call_values (account_id, call_id, micros, currency, set_at)
    select s.account_id, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 90000000 + n, 'USD', now()
    from ringtrail.sites s, generate_series(${from}::int, ${to}::int) n where n % 10 = 0`;
}

/** A bill of every day: sixty campaigns by a few keywords each. */
async function writeCosts(sql: Sql, { days }: ReportSize): Promise<void> {
  await sql`
    insert into ringtrail.ad_costs
      (account_id, site_id, day, line_key, import_id, source, medium, campaign, keyword, line, currency, micros, clicks,
       impressions)
    select s.account_id, s.id, current_date - d, d || ' ' || c, gen_random_uuid(), 'source ' || (c % 40), 'cpc',
           'campaign ' || (c % 60), 'keyword ' || (c % 300), '', 'USD', 1500000 + c, 2, 40
    from ringtrail.sites s, generate_series(0, ${days}::int) d, generate_series(0, 299) c`;
}
