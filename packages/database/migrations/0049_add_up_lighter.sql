-- Adds up again what was touched among some days of the account's time zone, at most so many days at once, oldest
-- first. Answers how many days it added up.
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
  delete from ringtrail.credit_days d where d.account_id = p_account and d.day = any (v_days);
  delete from ringtrail.worth_days d where d.account_id = p_account and d.day = any (v_days);

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
