CREATE TABLE "ringtrail"."account_settings" (
	"account_id" uuid NOT NULL,
	"time_zone" text,
	CONSTRAINT "account_settings_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."call_days" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"site_id" uuid NOT NULL,
	"calls" integer NOT NULL,
	"answered" integer NOT NULL,
	"missed" integer NOT NULL,
	"first_time" integer NOT NULL,
	"spam" integer NOT NULL,
	CONSTRAINT "call_days_account_id_day_site_id_pk" PRIMARY KEY("account_id","day","site_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."credit_days" (
	"account_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"day" date NOT NULL,
	"site_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"names" text[] NOT NULL,
	"calls" double precision[] NOT NULL,
	"variance" double precision[] NOT NULL,
	"least" integer[] NOT NULL,
	"most" integer[] NOT NULL,
	CONSTRAINT "credit_days_account_id_dimension_day_site_id_pk" PRIMARY KEY("account_id","dimension","day","site_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."days_touched" (
	"account_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "days_touched_account_id_at_id_pk" PRIMARY KEY("account_id","at","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."worth_days" (
	"account_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"day" date NOT NULL,
	"site_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"kinds" text[] NOT NULL,
	"names" text[] NOT NULL,
	"micros" double precision[] NOT NULL,
	CONSTRAINT "worth_days_account_id_dimension_day_site_id_currency_pk" PRIMARY KEY("account_id","dimension","day","site_id","currency")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."account_settings" ADD CONSTRAINT "account_settings_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."call_days" ADD CONSTRAINT "call_days_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."credit_days" ADD CONSTRAINT "credit_days_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."worth_days" ADD CONSTRAINT "worth_days_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.account_settings');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.call_days');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.credit_days');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.worth_days');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.days_touched');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.call_days, ringtrail.credit_days, ringtrail.worth_days,
  ringtrail.days_touched, ringtrail.account_settings to ringtrail_api;
--> statement-breakpoint
-- As reports count a call: answered once somebody talked, missed when it ended without that, else it goes on.
create function ringtrail.outcome_of(p_state jsonb) returns text language sql immutable parallel safe
  return case when p_state ->> 'answeredAt' is not null or p_state ->> 'businessEnd' = 'answered' then 'answered'
              when p_state ->> 'phase' = 'ended' then 'missed' end;
--> statement-breakpoint
-- As `isFlagged` of the core has it: a person's word, else how the call looks.
create function ringtrail.is_spam(p_state jsonb) returns boolean language sql immutable parallel safe
  return coalesce((p_state -> 'spamSaid' ->> 'isSpam')::boolean, p_state -> 'spam' ->> 'advice' = 'challenge', false);
--> statement-breakpoint
-- The hours' first and last calls name every day that was touched, in every time zone, however many calls there were.
create function ringtrail.touch_new_calls() returns trigger language plpgsql as $$
begin
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, unnest(array[min(c.rang_at), max(c.rang_at)])
  from changed c group by c.account_id, date_trunc('hour', c.rang_at);
  return null;
end $$;
--> statement-breakpoint
create trigger touch_new_calls after insert on ringtrail.calls referencing new table as changed
  for each statement execute function ringtrail.touch_new_calls();
--> statement-breakpoint
create trigger touch_gone_calls after delete on ringtrail.calls referencing old table as changed
  for each statement execute function ringtrail.touch_new_calls();
--> statement-breakpoint
create function ringtrail.touch_changed_call() returns trigger language plpgsql as $$
begin
  insert into ringtrail.days_touched (account_id, at) values (new.account_id, new.rang_at);
  return null;
end $$;
--> statement-breakpoint
-- Most events of a call change nothing that is counted. What changes anything but the state is a match.
create trigger touch_changed_call after update on ringtrail.calls for each row
  when (old.state = new.state or ringtrail.outcome_of(old.state) is distinct from ringtrail.outcome_of(new.state)
        or ringtrail.is_spam(old.state) <> ringtrail.is_spam(new.state))
  execute function ringtrail.touch_changed_call();
--> statement-breakpoint
-- A forgotten visit takes its landing page with it; a value and an order make a call worth something else.
create function ringtrail.touch_call_of() returns trigger language plpgsql as $$
declare
  v_row jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, c.rang_at from ringtrail.calls c
  where c.account_id = (v_row ->> 'account_id')::uuid and c.id = (v_row ->> 'call_id')::uuid;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_call_of_visit after update of visit_id on ringtrail.call_candidates for each row
  execute function ringtrail.touch_call_of();
--> statement-breakpoint
create trigger touch_call_of_value after insert or update or delete on ringtrail.call_values for each row
  execute function ringtrail.touch_call_of();
--> statement-breakpoint
create trigger touch_call_of_order after insert or update or delete on ringtrail.order_calls for each row
  execute function ringtrail.touch_call_of();
--> statement-breakpoint
create function ringtrail.touch_calls_of_order() returns trigger language plpgsql as $$
declare
  v_row jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, c.rang_at from ringtrail.order_calls o
  join ringtrail.calls c on c.account_id = o.account_id and c.id = o.call_id
  where o.account_id = (v_row ->> 'account_id')::uuid and o.site_id = (v_row ->> 'site_id')::uuid
    and o.shop = v_row ->> 'shop' and o.ref = coalesce(v_row ->> 'order_ref', v_row ->> 'ref');
  return null;
end $$;
--> statement-breakpoint
create trigger touch_calls_of_order after update on ringtrail.shop_orders for each row
  execute function ringtrail.touch_calls_of_order();
--> statement-breakpoint
create trigger touch_calls_of_order after insert or update or delete on ringtrail.shop_refunds for each row
  execute function ringtrail.touch_calls_of_order();
--> statement-breakpoint
-- Every day of an account is another day now.
create function ringtrail.touch_every_day() returns trigger language plpgsql as $$
begin
  delete from ringtrail.call_days d where d.account_id = new.account_id;
  delete from ringtrail.credit_days d where d.account_id = new.account_id;
  delete from ringtrail.worth_days d where d.account_id = new.account_id;
  insert into ringtrail.days_touched (account_id, at)
  select c.account_id, unnest(array[min(c.rang_at), max(c.rang_at)])
  from ringtrail.calls c where c.account_id = new.account_id group by c.account_id, date_trunc('hour', c.rang_at);
  return null;
end $$;
--> statement-breakpoint
create trigger touch_every_day after insert or update of time_zone on ringtrail.account_settings for each row
  execute function ringtrail.touch_every_day();
--> statement-breakpoint
-- Calls that rang before this migration. Row security is forced on the owner too, who works for no account here.
alter table ringtrail.calls no force row level security;
--> statement-breakpoint
alter table ringtrail.days_touched no force row level security;
--> statement-breakpoint
insert into ringtrail.days_touched (account_id, at)
select c.account_id, unnest(array[min(c.rang_at), max(c.rang_at)])
from ringtrail.calls c group by c.account_id, date_trunc('hour', c.rang_at);
--> statement-breakpoint
alter table ringtrail.calls force row level security;
--> statement-breakpoint
alter table ringtrail.days_touched force row level security;
--> statement-breakpoint
-- Adds up again what was touched among some days of the account's time zone, at most so many days at once, oldest
-- first. Answers how many days it added up.
--
-- Who changes a call meanwhile leaves a row that this one does not see, and so is added up the next time.
create function ringtrail.add_up_days(p_account uuid, p_from date, p_to date, p_most integer) returns integer
language plpgsql as $$
declare
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

  -- Who may have made each call: `sharesOfCall` of the server says the same in code, and a contract holds the two together.
  with rang as materialized (
    select c.id, c.site_id, (c.rang_at at time zone v_zone)::date as day, c.source_touch,
           coalesce(c.returning_probability, 0) as again
    from ringtrail.calls c
    where c.account_id = p_account and c.rang_at >= v_from and c.rang_at < v_before
      and (c.rang_at at time zone v_zone)::date = any (v_days)
  ), told as materialized (
    select r.id, k.touch, v.landing ->> 'path' as path, k.probability,
           sum(k.probability) over (partition by r.id) as visits
    from rang r
    join ringtrail.call_candidates k on k.account_id = p_account and k.call_id = r.id
    left join ringtrail.visits v on v.account_id = p_account and v.id = k.visit_id
  ), whole as (
    select r.id, r.source_touch, r.again, greatest(0, 1 - coalesce(t.visits, 0)) as rest
    from rang r left join (select id, max(visits) as visits from told group by id) t on t.id = r.id
  ), way as (
    select t.id, t.touch, t.path, t.probability / greatest(t.visits, 1) as p from told t
    union all
    select w.id, w.source_touch, null, w.rest from whole w where w.source_touch is not null and w.rest > 0
  ), named as (
    select w.id, d.dimension, nullif(btrim(d.name, E' \t\n\r\f\v'), '') as name, w.p
    from way w cross join lateral (values
      ('channel', w.touch ->> 'channel'), ('source', w.touch ->> 'source'), ('keyword', w.touch ->> 'keyword'),
      ('landing_page', w.path)) d (dimension, name)
  ), nobodys as (
    select w.id, o.kind, o.p
    from whole w cross join lateral (values
      ('returning', least(w.again, w.rest)), ('nobody', w.rest - least(w.again, w.rest))) o (kind, p)
    where w.source_touch is null and o.p > 0
  ), chance as materialized (
    select n.id, n.dimension, case when n.name is null then 'unnamed' else 'named' end as kind, lower(n.name) as key,
           min(n.name) as name, sum(n.p) as p
    from named n group by 1, 2, 3, 4
    union all
    select o.id, d.dimension, o.kind, null, null, o.p
    from nobodys o cross join unnest(array['channel', 'source', 'keyword', 'landing_page']) d (dimension)
  ), summed as (
    select c.dimension, r.day, r.site_id, c.kind, c.key, min(c.name) as name, sum(c.p) as calls,
           sum(greatest(0, c.p * (1 - c.p))) as variance,
           count(*) filter (where c.p >= 1 - 1e-9) as least, count(*) filter (where c.p > 0) as most
    from chance c join rang r on r.id = c.id group by 1, 2, 3, 4, 5
  ), kept as (
    insert into ringtrail.credit_days
      (account_id, dimension, day, site_id, kinds, names, calls, variance, least, most)
    select p_account, s.dimension, s.day, s.site_id, array_agg(s.kind), array_agg(s.name), array_agg(s.calls),
           array_agg(s.variance), array_agg(s.least::integer), array_agg(s.most::integer)
    from summed s group by 2, 3, 4
  ), earned as (
    select r.id, v.currency, v.micros::double precision as micros
    from rang r join ringtrail.call_values v on v.account_id = p_account and v.call_id = r.id
    union all
    select r.id, o.currency, case when o.is_cancelled then 0 else greatest(0, o.micros - coalesce((
             select sum(f.micros) from ringtrail.shop_refunds f
             where f.account_id = p_account and f.site_id = o.site_id and f.shop = o.shop and f.order_ref = o.ref), 0)) end
    from rang r
    join ringtrail.order_calls m on m.account_id = p_account and m.call_id = r.id
    join ringtrail.shop_orders o on o.account_id = p_account and o.site_id = m.site_id and o.shop = m.shop
      and o.ref = m.ref
    where not exists (select from ringtrail.call_values v where v.account_id = p_account and v.call_id = r.id)
  ), worth as (
    select c.dimension, r.day, r.site_id, e.currency, c.kind, c.key, min(c.name) as name, sum(c.p * e.micros) as micros
    from earned e join chance c on c.id = e.id join rang r on r.id = e.id group by 1, 2, 3, 4, 5, 6
  )
  insert into ringtrail.worth_days (account_id, dimension, day, site_id, currency, kinds, names, micros)
  select p_account, w.dimension, w.day, w.site_id, w.currency, array_agg(w.kind), array_agg(w.name), array_agg(w.micros)
  from worth w group by 2, 3, 4, 5;
  return cardinality(v_days);
end $$;
