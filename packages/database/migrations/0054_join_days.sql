-- Days that are over are joined, four, sixteen, sixty-four and 256 of them, so that whoever asks about a year reads a dozen
-- rows of each kind instead of hundreds. A span begins where its length divides the days since year 1: spans of one length
-- lie side by side, and each holds four of the next shorter one. One that a day of has changed is thrown away and joined
-- again later; until then the shorter ones, at last the days themselves, tell the same.
CREATE TABLE "ringtrail"."cost_spans" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"days" integer NOT NULL,
	"site_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"sources" text[] NOT NULL,
	"mediums" text[] NOT NULL,
	"campaigns" text[] NOT NULL,
	"keywords" text[] NOT NULL,
	"landing_paths" text[] NOT NULL,
	"micros" double precision[] NOT NULL,
	"clicks" double precision[] NOT NULL,
	"impressions" double precision[] NOT NULL,
	CONSTRAINT "cost_spans_account_id_day_days_site_id_currency_pk" PRIMARY KEY("account_id","day","days","site_id","currency")
);
--> statement-breakpoint
alter table ringtrail.credit_days add column "days" integer default 1 not null,
  drop constraint "credit_days_account_id_dimension_day_site_id_pk",
  add constraint "credit_days_account_id_dimension_day_days_site_id_pk" primary key ("account_id", "dimension", "day", "days", "site_id");
--> statement-breakpoint
alter table ringtrail.worth_days add column "days" integer default 1 not null,
  drop constraint "worth_days_account_id_dimension_day_site_id_currency_pk",
  add constraint "worth_days_account_id_dimension_day_days_site_id_currency_pk"
    primary key ("account_id", "dimension", "day", "days", "site_id", "currency");
--> statement-breakpoint
ALTER TABLE "ringtrail"."cost_spans" ADD CONSTRAINT "cost_spans_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.cost_spans');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.cost_spans to ringtrail_api;
--> statement-breakpoint
-- Where the span of so many days begins that a day lies in.
create function ringtrail.span_start(p_day date, p_days integer) returns date language sql immutable parallel safe
return p_day - (p_day - date '0001-01-01') % p_days;
--> statement-breakpoint
-- A day itself and every span that it lies in.
create function ringtrail.spans_of(p_day date) returns table (day date, days integer) language sql immutable parallel safe rows 5
begin atomic
  select ringtrail.span_start(p_day, l), l from unnest(array[1, 4, 16, 64, 256]) l;
end;
--> statement-breakpoint
-- Adds up again what was touched among some days of the account's time zone, at most so many days at once, oldest
-- first. Answers how many days it added up. As in 0049, but nobody waits where nothing was touched, and spans that a day
-- of them lies in are thrown away.
--
-- Who changes a call meanwhile leaves a row that this one does not see, and so is added up the next time.
create or replace function ringtrail.add_up_days(p_account uuid, p_from date, p_to date, p_most integer) returns integer
language plpgsql set work_mem = '64MB' set jit = off as $$
declare
  v_dimensions constant text[] := array['channel', 'source', 'keyword', 'landing_page'];
  v_zone text;
  v_days date[];
  v_from timestamptz;
  v_before timestamptz;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_zone := coalesce((select s.time_zone from ringtrail.account_settings s where s.account_id = p_account), 'UTC');
  if not exists (
    select from ringtrail.days_touched t
    where t.account_id = p_account and t.at >= p_from::timestamp at time zone v_zone
      and t.at < (p_to + 1)::timestamp at time zone v_zone) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ringtrail.add_up_days ' || p_account, 0));
  v_zone := coalesce((select s.time_zone from ringtrail.account_settings s where s.account_id = p_account), 'UTC');
  v_days := array(
    select distinct (t.at at time zone v_zone)::date from ringtrail.days_touched t
    where t.account_id = p_account and t.at >= p_from::timestamp at time zone v_zone
      and t.at < (p_to + 1)::timestamp at time zone v_zone
    order by 1 limit p_most);
  if cardinality(v_days) = 0 then return 0; end if;
  v_from := v_days[1]::timestamp at time zone v_zone;
  v_before := (v_days[cardinality(v_days)] + 1)::timestamp at time zone v_zone;
  delete from ringtrail.days_touched t
  where t.account_id = p_account and t.at >= v_from and t.at < v_before and (t.at at time zone v_zone)::date = any (v_days);
  delete from ringtrail.call_days d where d.account_id = p_account and d.day = any (v_days);
  delete from ringtrail.credit_days d
  where d.account_id = p_account and d.dimension = any (v_dimensions)
    and (d.day, d.days) in (select s.day, s.days from unnest(v_days) t (day), ringtrail.spans_of(t.day) s);
  delete from ringtrail.worth_days d
  where d.account_id = p_account and d.dimension = any (v_dimensions)
    and (d.day, d.days) in (select s.day, s.days from unnest(v_days) t (day), ringtrail.spans_of(t.day) s);

  insert into ringtrail.call_days (account_id, day, site_id, calls, answered, missed, first_time, spam)
  select p_account, (c.rang_at at time zone v_zone)::date, c.site_id, count(*),
         count(*) filter (where ringtrail.outcome_of(c.state) = 'answered'),
         count(*) filter (where ringtrail.outcome_of(c.state) = 'missed'),
         count(*) filter (where c.match_kind is not null and c.returning_probability = 0),
         count(*) filter (where ringtrail.is_spam(c.state))
  from ringtrail.calls c
  where c.account_id = p_account and c.rang_at >= v_from and c.rang_at < v_before
    and (c.rang_at at time zone v_zone)::date = any (v_days)
  group by 2, 3;

  -- Who may have made each call: `sharesOfCall` of the core says the same in code, and a contract holds the two together.
  -- Calls are numbered and names compared byte by byte: a busy day has thousands of them by four dimensions.
  with rang as materialized (
    select row_number() over () as n, c.id, c.site_id, (c.rang_at at time zone v_zone)::date as day, c.source_touch,
           coalesce(c.returning_probability, 0) as again
    from ringtrail.calls c
    where c.account_id = p_account and c.rang_at >= v_from and c.rang_at < v_before
      and (c.rang_at at time zone v_zone)::date = any (v_days)
  ), told as materialized (
    select r.n, k.touch, v.landing ->> 'path' as path, k.probability
    from rang r
    join ringtrail.call_candidates k on k.account_id = p_account and k.call_id = r.id
    left join ringtrail.visits v on v.account_id = p_account and v.id = k.visit_id
  ), whole as materialized (
    select r.n, r.source_touch, r.again, coalesce(t.visits, 0) as visits, greatest(0, 1 - coalesce(t.visits, 0)) as rest
    from rang r left join (select n, sum(probability) as visits from told group by n) t on t.n = r.n
  ), way as (
    select t.n, t.touch, t.path, t.probability / greatest(w.visits, 1) as p from told t join whole w on w.n = t.n
    union all
    select w.n, w.source_touch, null, w.rest from whole w where w.source_touch is not null and w.rest > 0
  ), named as (
    select w.n, d.dimension, nullif(btrim(d.name, E' \t\n\r\f\v'), '') collate "C" as name, w.p
    from way w cross join lateral (values
      (1, w.touch ->> 'channel'), (2, w.touch ->> 'source'), (3, w.touch ->> 'keyword'), (4, w.path)) d (dimension, name)
  ), chance as materialized (
    select n.n, n.dimension, lower(n.name) as key, null::text as nobody, min(n.name) as name, sum(n.p) as p
    from named n group by 1, 2, 3
    union all
    select w.n, d.dimension, null, o.kind, null, o.p
    from whole w cross join lateral (values
      ('returning', least(w.again, w.rest)), ('nobody', w.rest - least(w.again, w.rest))) o (kind, p)
    cross join generate_series(1, 4) d (dimension)
    where w.source_touch is null and o.p > 0
  ), summed as (
    select c.dimension, r.day, r.site_id, c.nobody, c.key, min(c.name) as name, sum(c.p) as calls,
           sum(greatest(0, c.p * (1 - c.p))) as variance,
           count(*) filter (where c.p >= 1 - 1e-9) as least, count(*) filter (where c.p > 0) as most
    from chance c join rang r on r.n = c.n group by 1, 2, 3, 4, 5
  ), kept as (
    insert into ringtrail.credit_days
      (account_id, dimension, day, site_id, kinds, names, calls, variance, least, most)
    select p_account, v_dimensions[s.dimension], s.day, s.site_id,
           array_agg(coalesce(s.nobody, case when s.key is null then 'unnamed' else 'named' end)), array_agg(s.name),
           array_agg(s.calls), array_agg(s.variance), array_agg(s.least::integer), array_agg(s.most::integer)
    from summed s group by 2, 3, 4
  ), earned as (
    select r.n, v.currency, v.micros::double precision as micros
    from rang r join ringtrail.call_values v on v.account_id = p_account and v.call_id = r.id
    union all
    select r.n, o.currency, case when o.is_cancelled then 0 else greatest(0, o.micros - coalesce((
             select sum(f.micros) from ringtrail.shop_refunds f
             where f.account_id = p_account and f.site_id = o.site_id and f.shop = o.shop and f.order_ref = o.ref), 0)) end
    from rang r
    join ringtrail.order_calls m on m.account_id = p_account and m.call_id = r.id
    join ringtrail.shop_orders o on o.account_id = p_account and o.site_id = m.site_id and o.shop = m.shop
      and o.ref = m.ref
    where not exists (select from ringtrail.call_values v where v.account_id = p_account and v.call_id = r.id)
  ), worth as (
    select c.dimension, r.day, r.site_id, e.currency, c.nobody, c.key, min(c.name) as name, sum(c.p * e.micros) as micros
    from earned e join chance c on c.n = e.n join rang r on r.n = e.n group by 1, 2, 3, 4, 5, 6
  )
  insert into ringtrail.worth_days (account_id, dimension, day, site_id, currency, kinds, names, micros)
  select p_account, v_dimensions[w.dimension], w.day, w.site_id, w.currency,
         array_agg(coalesce(w.nobody, case when w.key is null then 'unnamed' else 'named' end)), array_agg(w.name),
         array_agg(w.micros)
  from worth w group by 2, 3, 4, 5;
  return cardinality(v_days);
end $$;
--> statement-breakpoint
-- As in 0045.
create or replace function ringtrail.touch_every_day() returns trigger language plpgsql as $$
begin
  -- Whoever adds up or joins days just now has done so before they go.
  perform pg_advisory_xact_lock(hashtextextended('ringtrail.add_up_days ' || new.account_id, 0));
  delete from ringtrail.call_days d where d.account_id = new.account_id;
  delete from ringtrail.credit_days d where d.account_id = new.account_id;
  delete from ringtrail.worth_days d where d.account_id = new.account_id;
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, unnest(array[min(c.rang_at), max(c.rang_at)])
  from ringtrail.calls c where c.account_id = new.account_id group by c.account_id, date_trunc('hour', c.rang_at);
  return null;
end $$;
--> statement-breakpoint
-- Joins some spans of an account, at most so many, shorter ones first. Answers how many. A span is over once a later day
-- has calls: the newest day changes all the time.
create function ringtrail.join_days(p_account uuid, p_most integer) returns integer
language plpgsql set work_mem = '64MB' set jit = off as $$
declare
  v_dimensions constant text[] := array['channel', 'source', 'keyword', 'landing_page'];
  v_newest date;
  v_days integer;
  v_starts date[];
  v_joined integer := 0;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform pg_advisory_xact_lock(hashtextextended('ringtrail.add_up_days ' || p_account, 0));
  v_newest := (select max(d.day) from ringtrail.call_days d where d.account_id = p_account);
  foreach v_days in array array[4, 16, 64, 256] loop
    v_starts := array(
      select distinct ringtrail.span_start(d.day, v_days) from ringtrail.credit_days d
      where d.account_id = p_account and d.dimension = 'channel' and d.days = v_days / 4
        and ringtrail.span_start(d.day, v_days) + v_days <= v_newest
        and not exists (
          select from ringtrail.credit_days s
          where s.account_id = p_account and s.dimension = 'channel'
            and s.day = ringtrail.span_start(d.day, v_days) and s.days = v_days)
      order by 1 limit p_most - v_joined);
    continue when cardinality(v_starts) = 0;
    insert into ringtrail.credit_days
      (account_id, dimension, day, days, site_id, kinds, names, calls, variance, least, most)
    select p_account, s.dimension, s.start, v_days, s.site_id, array_agg(s.kind), array_agg(s.name), array_agg(s.calls),
           array_agg(s.variance), array_agg(s.least::integer), array_agg(s.most::integer)
    from (
      select u.dimension, u.start, u.site_id, u.kind, min(u.name) as name, sum(u.calls) as calls,
             sum(u.variance) as variance, sum(u.least) as least, sum(u.most) as most
      from (
        select d.dimension, ringtrail.span_start(d.day, v_days) as start, d.site_id, unnest(d.kinds) as kind,
               unnest(d.names) as name, unnest(d.calls) as calls, unnest(d.variance) as variance,
               unnest(d.least) as least, unnest(d.most) as most
        from ringtrail.credit_days d
        where d.account_id = p_account and d.dimension = any (v_dimensions) and d.days = v_days / 4
          and d.day >= v_starts[1] and ringtrail.span_start(d.day, v_days) = any (v_starts)
        offset 0) u
      group by u.dimension, u.start, u.site_id, u.kind, lower(u.name collate "C")) s
    group by s.dimension, s.start, s.site_id;
    insert into ringtrail.worth_days (account_id, dimension, day, days, site_id, currency, kinds, names, micros)
    select p_account, s.dimension, s.start, v_days, s.site_id, s.currency, array_agg(s.kind), array_agg(s.name),
           array_agg(s.micros)
    from (
      select u.dimension, u.start, u.site_id, u.currency, u.kind, min(u.name) as name, sum(u.micros) as micros
      from (
        select d.dimension, ringtrail.span_start(d.day, v_days) as start, d.site_id, d.currency, unnest(d.kinds) as kind,
               unnest(d.names) as name, unnest(d.micros) as micros
        from ringtrail.worth_days d
        where d.account_id = p_account and d.dimension = any (v_dimensions) and d.days = v_days / 4
          and d.day >= v_starts[1] and ringtrail.span_start(d.day, v_days) = any (v_starts)
        offset 0) u
      group by u.dimension, u.start, u.site_id, u.currency, u.kind, lower(u.name collate "C")) s
    group by s.dimension, s.start, s.site_id, s.currency;
    v_joined := v_joined + cardinality(v_starts);
    exit when v_joined >= p_most;
  end loop;
  return v_joined;
end $$;
--> statement-breakpoint
-- The fewest rows that tell of some days: the longest spans that lie within them whole, and the days in between.
create function ringtrail.cover_days(p_account uuid, p_from date, p_to date) returns table (day date, days integer)
language plpgsql stable rows 20 as $$
declare
  v record;
  v_next date := p_from;
begin
  for v in
    select distinct d.day, d.days from ringtrail.credit_days d
    where d.account_id = p_account and d.dimension = 'channel' and d.day between p_from and p_to
      and d.day + d.days - 1 <= p_to
    order by d.day, d.days desc
  loop
    continue when v.day < v_next;
    day := v.day;
    days := v.days;
    v_next := v.day + v.days;
    return next;
  end loop;
end $$;
--> statement-breakpoint
-- The same for costs, which are kept line by line: spans that are joined, and what lies between them.
create function ringtrail.cover_costs(p_account uuid, p_from date, p_to date)
returns table (day date, days integer, is_joined boolean) language plpgsql stable rows 20 as $$
declare
  v record;
  v_next date := p_from;
begin
  for v in
    select distinct s.day, s.days from ringtrail.cost_spans s
    where s.account_id = p_account and s.day between p_from and p_to and s.day + s.days - 1 <= p_to
    order by s.day, s.days desc
  loop
    continue when v.day < v_next;
    if v.day > v_next then
      day := v_next;
      days := v.day - v_next;
      is_joined := false;
      return next;
    end if;
    day := v.day;
    days := v.days;
    is_joined := true;
    v_next := v.day + v.days;
    return next;
  end loop;
  if v_next <= p_to then
    day := v_next;
    days := p_to - v_next + 1;
    is_joined := false;
    return next;
  end if;
end $$;
--> statement-breakpoint
-- What was paid within some days, in as few rows as there are.
create function ringtrail.paid_within(p_account uuid, p_sites uuid[], p_from date, p_to date)
returns table (source text, medium text, campaign text, keyword text, landing_path text, currency text,
               micros double precision, clicks double precision, impressions double precision)
language sql stable rows 1000
begin atomic
  with cover as materialized (select c.day, c.days, c.is_joined from ringtrail.cover_costs(p_account, p_from, p_to) c)
  select unnest(s.sources), unnest(s.mediums), unnest(s.campaigns), unnest(s.keywords), unnest(s.landing_paths), s.currency,
         unnest(s.micros), unnest(s.clicks), unnest(s.impressions)
  from cover c
  join ringtrail.cost_spans s on s.account_id = p_account and s.day = c.day and s.days = c.days
  where c.is_joined and s.site_id = any (p_sites)
  union all
  select a.source, a.medium, a.campaign, a.keyword, a.landing_path, a.currency, a.micros, a.clicks, a.impressions
  from cover c
  join ringtrail.ad_costs a on a.account_id = p_account and a.site_id = any (p_sites)
    and a.day between c.day and c.day + c.days - 1
  where not c.is_joined;
end;
--> statement-breakpoint
-- As `join_days`, for costs. While somebody brings lines in, their spans can wait.
create function ringtrail.join_costs(p_account uuid, p_most integer) returns integer
language plpgsql set work_mem = '64MB' set jit = off as $$
declare
  v_sites uuid[];
  v_told date[];
  v_joined integer := 0;
  v_days integer;
  v_starts date[];
begin
  perform set_config('ringtrail.account', p_account::text, true);
  if not pg_try_advisory_xact_lock(hashtextextended('ringtrail.join_costs ' || p_account, 0)) then return 0; end if;
  v_sites := array(select s.id from ringtrail.sites s where s.account_id = p_account);
  v_told := array(select distinct a.day from ringtrail.ad_costs a where a.account_id = p_account order by 1);
  foreach v_days in array array[4, 16, 64, 256] loop
    v_starts := array(
      select distinct ringtrail.span_start(t.day, v_days) from unnest(v_told) t (day)
      where ringtrail.span_start(t.day, v_days) + v_days <= v_told[cardinality(v_told)]
        and not exists (
          select from ringtrail.cost_spans s
          where s.account_id = p_account and s.day = ringtrail.span_start(t.day, v_days) and s.days = v_days)
      order by 1 limit p_most - v_joined);
    continue when cardinality(v_starts) = 0;
    insert into ringtrail.cost_spans
      (account_id, day, days, site_id, currency, sources, mediums, campaigns, keywords, landing_paths, micros, clicks,
       impressions)
    select p_account, s.start, v_days, s.site_id, s.currency, array_agg(s.source), array_agg(s.medium),
           array_agg(s.campaign), array_agg(s.keyword), array_agg(s.landing_path), array_agg(s.micros),
           array_agg(s.clicks), array_agg(s.impressions)
    from (
      select b.start, a.site_id, a.currency, a.source, a.medium, a.campaign, a.keyword, a.landing_path,
             sum(a.micros)::double precision as micros, sum(a.clicks)::double precision as clicks,
             sum(a.impressions)::double precision as impressions
      from unnest(v_starts) b (start)
      join ringtrail.ad_costs a on a.account_id = p_account and a.site_id = any (v_sites)
        and a.day between b.start and b.start + v_days - 1
      group by 1, 2, 3, 4, 5, 6, 7, 8) s
    group by s.start, s.site_id, s.currency;
    v_joined := v_joined + cardinality(v_starts);
    exit when v_joined >= p_most;
  end loop;
  return v_joined;
end $$;
--> statement-breakpoint
-- Spans that a changed line lies in are thrown away. Whoever joins costs meanwhile would not see the line: it does not
-- begin before this is kept, and this does not begin before it has ended.
create function ringtrail.touch_costs() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('ringtrail.join_costs ' || c.account_id, 0))
  from (select distinct account_id from changed) c;
  delete from ringtrail.cost_spans s
  using (select distinct account_id, day from changed) c, ringtrail.spans_of(c.day) p
  where s.account_id = c.account_id and s.day = p.day and s.days = p.days;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_new_costs after insert on ringtrail.ad_costs referencing new table as changed
  for each statement execute function ringtrail.touch_costs();
--> statement-breakpoint
create trigger touch_changed_costs after update on ringtrail.ad_costs referencing new table as changed
  for each statement execute function ringtrail.touch_costs();
--> statement-breakpoint
create trigger touch_gone_costs after delete on ringtrail.ad_costs referencing old table as changed
  for each statement execute function ringtrail.touch_costs();
