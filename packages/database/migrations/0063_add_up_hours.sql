CREATE TABLE "ringtrail"."call_hours" (
	"account_id" uuid NOT NULL,
	"hour" timestamp(0) NOT NULL,
	"site_id" uuid NOT NULL,
	"calls" integer NOT NULL,
	"answered" integer NOT NULL,
	"missed" integer NOT NULL,
	"first_time" integer NOT NULL,
	"spam" integer NOT NULL,
	CONSTRAINT "call_hours_account_id_hour_site_id_pk" PRIMARY KEY("account_id","hour","site_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."credit_hours" (
	"account_id" uuid NOT NULL,
	"hour" timestamp(0) NOT NULL,
	"dimension" text NOT NULL,
	"site_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"names" text[] NOT NULL,
	"calls" double precision[] NOT NULL,
	"variance" double precision[] NOT NULL,
	"least" integer[] NOT NULL,
	"most" integer[] NOT NULL,
	CONSTRAINT "credit_hours_account_id_hour_dimension_site_id_pk" PRIMARY KEY("account_id","hour","dimension","site_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."worth_hours" (
	"account_id" uuid NOT NULL,
	"hour" timestamp(0) NOT NULL,
	"dimension" text NOT NULL,
	"site_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"kinds" text[] NOT NULL,
	"names" text[] NOT NULL,
	"micros" double precision[] NOT NULL,
	CONSTRAINT "worth_hours_account_id_hour_dimension_site_id_currency_pk" PRIMARY KEY("account_id","hour","dimension","site_id","currency")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."call_hours" ADD CONSTRAINT "call_hours_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."credit_hours" ADD CONSTRAINT "credit_hours_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."worth_hours" ADD CONSTRAINT "worth_hours_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.call_hours');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.credit_hours');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.worth_hours');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.call_hours, ringtrail.credit_hours, ringtrail.worth_hours to ringtrail_api;
--> statement-breakpoint
-- Adds up again what was touched among some days of the account's time zone, at most so many days at once, oldest
-- first. Answers how many days it added up. As in 0054, but of a day of the last month only the hours that were touched,
-- as the clocks show them there: a busy day has thousands of calls, and whoever looks at today waits for it. A day is the
-- sum of its hours; an earlier day is counted in one piece, which is not kept.
--
-- Who changes a call meanwhile leaves a row that this one does not see, and so is added up the next time.
create or replace function ringtrail.add_up_days(p_account uuid, p_from date, p_to date, p_most integer) returns integer
language plpgsql set work_mem = '64MB' set jit = off as $$
declare
  v_dimensions constant text[] := array['channel', 'source', 'keyword', 'landing_page'];
  v_zone text;
  v_days date[];
  v_last date;
  v_open date;
  v_whole date[];
  v_hours timestamp[];
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
  v_last := v_days[cardinality(v_days)];
  v_open := greatest(
    (select max(d.day) from ringtrail.call_days d where d.account_id = p_account),
    (select (max(t.at) at time zone v_zone)::date from ringtrail.days_touched t where t.account_id = p_account)) - 31;
  v_whole := array(
    select d.day from unnest(v_days) d (day)
    where d.day < v_open or not exists (
      select from ringtrail.call_hours h where h.account_id = p_account and h.hour >= d.day and h.hour < d.day + 1)
    order by 1);
  -- Wide enough for a clock that was put back: what lies within an hour of the clock is looked at call by call.
  with gone as (
    delete from ringtrail.days_touched t
    where t.account_id = p_account and t.at >= v_days[1]::timestamp at time zone v_zone - interval '2 hours'
      and t.at < (v_last + 1)::timestamp at time zone v_zone + interval '2 hours'
      and (t.at at time zone v_zone)::date = any (v_days)
    returning t.at
  ), of_open as (
    select g.at from gone g where (g.at at time zone v_zone)::date <> all (v_whole)
  )
  select array(select distinct date_trunc('hour', o.at at time zone v_zone) from of_open o),
         least((select min(o.at) from of_open o), v_whole[1]::timestamp at time zone v_zone) - interval '2 hours',
         greatest((select max(o.at) from of_open o),
                  (v_whole[cardinality(v_whole)] + 1)::timestamp at time zone v_zone) + interval '2 hours'
  into v_hours, v_from, v_before;
  delete from ringtrail.call_hours h
  where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1
    and (h.hour = any (v_hours) or h.hour::date = any (v_whole));
  delete from ringtrail.credit_hours h
  where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1
    and (h.hour = any (v_hours) or h.hour::date = any (v_whole));
  delete from ringtrail.worth_hours h
  where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1
    and (h.hour = any (v_hours) or h.hour::date = any (v_whole));

  -- Who may have made each call: `sharesOfCall` of the core says the same in code, and a contract holds the two together.
  -- Calls are numbered and names compared byte by byte: a busy day has thousands of them by four dimensions.
  with rang as materialized (
    select row_number() over () as n, c.id, c.site_id, c.source_touch, coalesce(c.returning_probability, 0) as again,
           case when l.hour::date < v_open then date_trunc('day', l.hour) else l.hour end as hour,
           ringtrail.outcome_of(c.state) as outcome, ringtrail.is_spam(c.state) as is_spam,
           c.match_kind is not null and c.returning_probability = 0 as is_first
    from ringtrail.calls c
    cross join lateral (select date_trunc('hour', c.rang_at at time zone v_zone) as hour) l
    where c.account_id = p_account and c.rang_at >= v_from and c.rang_at < v_before
      and (l.hour = any (v_hours) or l.hour::date = any (v_whole))
  ), counted as (
    insert into ringtrail.call_hours (account_id, hour, site_id, calls, answered, missed, first_time, spam)
    select p_account, r.hour, r.site_id, count(*), count(*) filter (where r.outcome = 'answered'),
           count(*) filter (where r.outcome = 'missed'), count(*) filter (where r.is_first),
           count(*) filter (where r.is_spam)
    from rang r group by 2, 3
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
    select c.dimension, r.hour, r.site_id, c.nobody, c.key, min(c.name) as name, sum(c.p) as calls,
           sum(greatest(0, c.p * (1 - c.p))) as variance,
           count(*) filter (where c.p >= 1 - 1e-9) as least, count(*) filter (where c.p > 0) as most
    from chance c join rang r on r.n = c.n group by 1, 2, 3, 4, 5
  ), kept as (
    insert into ringtrail.credit_hours
      (account_id, hour, dimension, site_id, kinds, names, calls, variance, least, most)
    select p_account, s.hour, v_dimensions[s.dimension], s.site_id,
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
    select c.dimension, r.hour, r.site_id, e.currency, c.nobody, c.key, min(c.name) as name, sum(c.p * e.micros) as micros
    from earned e join chance c on c.n = e.n join rang r on r.n = e.n group by 1, 2, 3, 4, 5, 6
  )
  insert into ringtrail.worth_hours (account_id, hour, dimension, site_id, currency, kinds, names, micros)
  select p_account, w.hour, v_dimensions[w.dimension], w.site_id, w.currency,
         array_agg(coalesce(w.nobody, case when w.key is null then 'unnamed' else 'named' end)), array_agg(w.name),
         array_agg(w.micros)
  from worth w group by 2, 3, 4, 5;

  -- Each day is the sum of its hours, and spans that it lies in are thrown away.
  delete from ringtrail.call_days d where d.account_id = p_account and d.day = any (v_days);
  delete from ringtrail.credit_days d
  where d.account_id = p_account and d.dimension = any (v_dimensions)
    and (d.day, d.days) in (select s.day, s.days from unnest(v_days) t (day), ringtrail.spans_of(t.day) s);
  delete from ringtrail.worth_days d
  where d.account_id = p_account and d.dimension = any (v_dimensions)
    and (d.day, d.days) in (select s.day, s.days from unnest(v_days) t (day), ringtrail.spans_of(t.day) s);
  insert into ringtrail.call_days (account_id, day, site_id, calls, answered, missed, first_time, spam)
  select p_account, h.hour::date, h.site_id, sum(h.calls), sum(h.answered), sum(h.missed), sum(h.first_time), sum(h.spam)
  from ringtrail.call_hours h
  where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1 and h.hour::date = any (v_days)
  group by 2, 3;
  insert into ringtrail.credit_days (account_id, dimension, day, site_id, kinds, names, calls, variance, least, most)
  select p_account, s.dimension, s.day, s.site_id, array_agg(s.kind), array_agg(s.name), array_agg(s.calls),
         array_agg(s.variance), array_agg(s.least::integer), array_agg(s.most::integer)
  from (
    select u.dimension, u.day, u.site_id, u.kind, min(u.name) as name, sum(u.calls) as calls, sum(u.variance) as variance,
           sum(u.least) as least, sum(u.most) as most
    from (
      select h.dimension, h.hour::date as day, h.site_id, unnest(h.kinds) as kind, unnest(h.names) collate "C" as name,
             unnest(h.calls) as calls, unnest(h.variance) as variance, unnest(h.least) as least, unnest(h.most) as most
      from ringtrail.credit_hours h
      where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1 and h.hour::date = any (v_days)
      offset 0) u
    group by u.dimension, u.day, u.site_id, u.kind, lower(u.name)) s
  group by s.dimension, s.day, s.site_id;
  insert into ringtrail.worth_days (account_id, dimension, day, site_id, currency, kinds, names, micros)
  select p_account, s.dimension, s.day, s.site_id, s.currency, array_agg(s.kind), array_agg(s.name), array_agg(s.micros)
  from (
    select u.dimension, u.day, u.site_id, u.currency, u.kind, min(u.name) as name, sum(u.micros) as micros
    from (
      select h.dimension, h.hour::date as day, h.site_id, h.currency, unnest(h.kinds) as kind,
             unnest(h.names) collate "C" as name, unnest(h.micros) as micros
      from ringtrail.worth_hours h
      where h.account_id = p_account and h.hour >= v_days[1] and h.hour < v_last + 1 and h.hour::date = any (v_days)
      offset 0) u
    group by u.dimension, u.day, u.site_id, u.currency, u.kind, lower(u.name)) s
  group by s.dimension, s.day, s.site_id, s.currency;
  -- Days that have become older than a month need no hours any more, nor do those that were counted in one piece.
  delete from ringtrail.call_hours h where h.account_id = p_account and h.hour < v_open;
  delete from ringtrail.credit_hours h where h.account_id = p_account and h.hour < v_open;
  delete from ringtrail.worth_hours h where h.account_id = p_account and h.hour < v_open;
  return cardinality(v_days);
end $$;
--> statement-breakpoint
-- As in 0054, and hours go with their days: they are hours of that zone.
create or replace function ringtrail.touch_every_day() returns trigger language plpgsql as $$
begin
  -- Whoever adds up or joins days just now has done so before they go.
  perform pg_advisory_xact_lock(hashtextextended('ringtrail.add_up_days ' || new.account_id, 0));
  delete from ringtrail.call_hours h where h.account_id = new.account_id;
  delete from ringtrail.credit_hours h where h.account_id = new.account_id;
  delete from ringtrail.worth_hours h where h.account_id = new.account_id;
  delete from ringtrail.call_days d where d.account_id = new.account_id;
  delete from ringtrail.credit_days d where d.account_id = new.account_id;
  delete from ringtrail.worth_days d where d.account_id = new.account_id;
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, unnest(array[min(c.rang_at), max(c.rang_at)])
  from ringtrail.calls c where c.account_id = new.account_id group by c.account_id, date_trunc('hour', c.rang_at);
  return null;
end $$;
