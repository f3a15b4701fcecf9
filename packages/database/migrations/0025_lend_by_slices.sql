-- Lending for many visits at once was a loop with several statements for each. It is one statement for each place in the
-- plans now: every pool and slice is looked through once, and its longest-rested numbers go to the visits in their order.
drop function ringtrail.lend_together(uuid, jsonb);
drop function ringtrail.keep_visits(uuid, jsonb);
--> statement-breakpoint
-- What one visit wants of one pool, while it is being worked out.
create type ringtrail.lend_wish as (
  nth integer, place integer, visit uuid, visitor uuid, is_new boolean, is_returning boolean, pool uuid, slices text[],
  may_share boolean, firm boolean, source uuid, at timestamptz, free_since timestamptz, until timestamptz);
--> statement-breakpoint
-- Stores the visits that are new, with their touches and first pages, and answers which these are. Visits are locked in
-- the order of their ids, so that one visit that asks twice is served one after the other, and none waits in a circle.
create function ringtrail.keep_visits(p_account uuid, p_visits jsonb) returns uuid[] language plpgsql as $$
declare
  v_kept integer;
  v_new uuid[];
begin
  with given as materialized (
    select e.*, ringtrail.moment(e.at) as began
    from jsonb_to_recordset(p_visits) as e
      (id uuid, visitor uuid, site uuid, permission jsonb, landing jsonb, device text, at double precision, path text,
       title text, channel text, source text, medium text, campaign text, keyword text, "clickId" text, rule text)),
  kept as (
    insert into ringtrail.visits as v
      (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
    select p_account, g.id, g.visitor, g.site, g.permission, g.landing, g.device, g.began, g.began
    from given g
    where exists (select from ringtrail.sites s where s.account_id = p_account and s.id = g.site)
    order by g.id
    on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
    returning v.id, v.xmax = 0 as is_new),
  fresh as materialized (select g.* from given g where g.id in (select k.id from kept k where k.is_new)),
  touched as (
    insert into ringtrail.touches
      (account_id, visit_id, at, channel, source, medium, campaign, keyword, click_id, rule)
    select p_account, f.id, f.began, f.channel, f.source, f.medium, f.campaign, f.keyword, f."clickId", f.rule
    from fresh f),
  seen as (
    insert into ringtrail.page_views (account_id, visit_id, at, path, title)
    select p_account, f.id, f.began, f.path, f.title from fresh f)
  select count(*), coalesce(array_agg(k.id) filter (where k.is_new), '{}') into v_kept, v_new from kept k;
  if v_kept < jsonb_array_length(p_visits) then
    raise exception 'the account has no such site' using errcode = 'foreign_key_violation';
  end if;
  return v_new;
end $$;
--> statement-breakpoint
-- Lends the longest-rested numbers nobody holds of the nth slice of each wish, and keeps what was shown. Passes over what
-- is locked. A holder is no sharer any more; shares as old as a rested number are swept with it.
create function ringtrail.lend_rested(p_account uuid, p_wishes ringtrail.lend_wish[], p_slice integer)
returns ringtrail.lent_now[] language plpgsql as $$
declare
  v_lent ringtrail.lent_now[];
begin
  with wish as materialized (
    select w.*, w.slices[p_slice] as slice,
           row_number() over (partition by w.pool, w.slices[p_slice] order by w.nth, w.place) as turn
    from unnest(p_wishes) w where cardinality(w.slices) >= p_slice),
  wanted as (
    select w.pool, w.slice, count(*) as many, min(w.at) as at from wish w group by w.pool, w.slice),
  rested as materialized (
    select g.pool, g.slice, r.number_id, r.until,
           row_number() over (partition by g.pool, g.slice order by r.until nulls first, r.e164) as turn
    from wanted g cross join lateral (
      select l.number_id, l.until, l.e164 from ringtrail.leases l
      where l.account_id = p_account and l.pool_id = g.pool and l.slice = g.slice
        and (l.until is null or l.until <= g.at)
      order by l.until nulls first, l.e164
      limit g.many for no key update skip locked) r),
  lent as (
    update ringtrail.leases l
    set visit_id = w.visit, firm = w.firm, last_seen_at = w.at, until = w.until
    from wish w join rested r on r.pool = w.pool and r.slice = w.slice and r.turn = w.turn
    where l.account_id = p_account and l.number_id = r.number_id
    returning w.nth, w.place, w.visit, w.is_new, w.pool, w.at, w.free_since,
              case when r.until is null or r.until <= w.free_since then 'free' else 'resting' end as how,
              l.number_id, l.e164, w.until),
  swept as (
    delete from ringtrail.shares s using lent t
    where s.account_id = p_account and s.number_id = t.number_id and (s.visit_id = t.visit or s.until <= t.free_since)),
  shown as (
    insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
    select p_account, t.visit, t.pool, t.at, t.number_id, t.how, t.until from lent t
    where t.is_new or not exists (
      select from ringtrail.impressions i
      where i.account_id = p_account and i.visit_id = t.visit and i.pool_id = t.pool and i.number_id = t.number_id)
    on conflict do nothing)
  select array_agg(row(t.*)::ringtrail.lent_now) into v_lent from lent t;
  return coalesce(v_lent, '{}');
end $$;
--> statement-breakpoint
-- Lends what a visit has a claim to. Undefined number: it has none. `busy`: somebody who is being served has locked it.
create function ringtrail.lend_claimed(p_account uuid, p_wish ringtrail.lend_wish) returns ringtrail.lent_now
language plpgsql as $$
declare
  v_found record;
  v_lease ringtrail.leases;
  v_until timestamptz := p_wish.until;
begin
  v_found := ringtrail.find_kept(p_account, p_wish.visit, p_wish.visitor, p_wish.pool, p_wish.slices, p_wish.may_share,
                                 p_wish.is_returning, p_wish.at);
  v_lease := v_found.lease;
  if v_found.how = 'kept' then
    update ringtrail.leases l
    set visit_id = p_wish.visit, last_seen_at = p_wish.at,
        firm = p_wish.firm or (l.visit_id = p_wish.visit and l.firm),
        until = case when l.visit_id = p_wish.visit then greatest(l.until, p_wish.until) else p_wish.until end
    where l.account_id = p_account and l.number_id = v_lease.number_id
    returning l.until into v_until;
  end if;
  return row(p_wish.nth, p_wish.place, p_wish.visit, p_wish.is_new, p_wish.pool, p_wish.at, p_wish.free_since,
             v_found.how, v_lease.number_id, v_lease.e164, v_until)::ringtrail.lent_now;
end $$;
--> statement-breakpoint
-- What a visit is shown when every number is held: one to share, its source's, the page's own. Null when a number is
-- free but locked: that is no answer.
create function ringtrail.lend_scarce(p_account uuid, p_wish ringtrail.lend_wish) returns ringtrail.lent_now
language plpgsql as $$
declare
  v_lease ringtrail.leases;
  v_how text;
begin
  if exists (
    select from unnest(p_wish.slices) s (slice)
    join ringtrail.leases l on l.account_id = p_account and l.pool_id = p_wish.pool and l.slice = s.slice
    where l.until is null or l.until <= p_wish.at) then return null; end if;
  if p_wish.may_share then
    v_lease := ringtrail.take_turn(p_account, p_wish.pool, p_wish.slices);
    v_how := case when v_lease.number_id is not null then 'shared' end;
  end if;
  if v_how is null then
    p_wish.until := null;
    select n.id, n.e164 into v_lease.number_id, v_lease.e164 from ringtrail.tracking_numbers n
    where n.account_id = p_account and n.id = p_wish.source;
    v_how := case when found then 'source' else 'own' end;
  end if;
  return row(p_wish.nth, p_wish.place, p_wish.visit, p_wish.is_new, p_wish.pool, p_wish.at, p_wish.free_since, v_how,
             v_lease.number_id, v_lease.e164, p_wish.until)::ringtrail.lent_now;
end $$;
--> statement-breakpoint
-- Keeps what visits were shown otherwise than by `lend_rested`.
drop function ringtrail.keep_lent(uuid, ringtrail.lent_now[]);
create function ringtrail.keep_lent(p_account uuid, p_lent ringtrail.lent_now[]) returns void language plpgsql as $$
begin
  delete from ringtrail.shares s using unnest(p_lent) g
  where s.account_id = p_account and s.number_id = g.number and g.how = 'kept'
    and (s.visit_id = g.visit or s.until <= g.free_since);
  insert into ringtrail.shares as s (account_id, number_id, visit_id, pool_id, shared_at, until)
  select distinct on (g.number, g.visit) p_account, g.number, g.visit, g.pool, g.at, g.until
  from unnest(p_lent) g where g.how = 'shared'
  on conflict (account_id, number_id, visit_id) do update
    set shared_at = excluded.shared_at, until = greatest(s.until, excluded.until);
  insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
  select p_account, g.visit, g.pool, g.at, g.number, g.how, g.until
  from unnest(p_lent) g
  where g.how <> 'busy' and (g.is_new or not exists (
    select from ringtrail.impressions i
    where i.account_id = p_account and i.visit_id = g.visit and i.pool_id = g.pool
      and i.number_id is not distinct from g.number))
  on conflict do nothing;
end $$;
--> statement-breakpoint
-- The wishes that have no answer yet.
create function ringtrail.not_served(p_wishes ringtrail.lend_wish[], p_lent ringtrail.lent_now[])
returns ringtrail.lend_wish[] language sql immutable
return array(select w from unnest(p_wishes) w
             where not exists (select from unnest(p_lent) g where g.nth = w.nth and g.place = w.place));
--> statement-breakpoint
-- Serves many visits of one account in one transaction, each as `lend` would, and waits for no number: a plan that would
-- have to wait is left without an answer, and its visit asks `lend` alone. So two such transactions cannot wait in a
-- circle, though each holds many numbers. Each answer is a list: the places of its visit and its plan, counted from 1,
-- how, number, E.164, and the end of the lease where that is not the plan's.
create function ringtrail.lend_together(p_account uuid, p_visits jsonb, p_plans jsonb) returns jsonb language plpgsql as $$
declare
  v_new uuid[];
  v_left ringtrail.lend_wish[];
  v_wish ringtrail.lend_wish;
  v_one ringtrail.lent_now;
  v_rested ringtrail.lent_now[];
  v_lent ringtrail.lent_now[] := '{}';
  v_others ringtrail.lent_now[] := '{}';
  v_claims boolean;
  v_slices integer;
  v_slice integer := 0;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_new := ringtrail.keep_visits(p_account, p_visits);
  select coalesce(array_agg(row(p.nth, p.place, p.visit, p.visitor, p.visit = any (v_new), p."isReturning", p.pool,
           p.slices, p."mayShare", p.firm, p."sourceNumber", ringtrail.moment(p.now), ringtrail.moment(p."freeSince"),
           ringtrail.moment(p.until))::ringtrail.lend_wish), '{}'),
         coalesce(bool_or(p."isReturning" or p.visit <> all (v_new)), false), coalesce(max(cardinality(p.slices)), 0)
  into v_left, v_claims, v_slices
  from jsonb_to_recordset(p_plans) as p
    (nth integer, place integer, visit uuid, visitor uuid, pool uuid, slices text[], "mayShare" boolean, firm boolean,
     "isReturning" boolean, "sourceNumber" uuid, now double precision, "freeSince" double precision,
     until double precision)
  where exists (select from ringtrail.pools o where o.account_id = p_account and o.id = p.pool);
  if cardinality(v_left) < jsonb_array_length(p_plans) then
    raise exception 'the account has no such pool' using errcode = 'foreign_key_violation';
  end if;

  if v_claims then
    foreach v_wish in array v_left loop
      if v_wish.is_returning or not v_wish.is_new then
        v_one := ringtrail.lend_claimed(p_account, v_wish);
        if v_one.how is not null then v_others := v_others || v_one; end if;
      end if;
    end loop;
    v_left := ringtrail.not_served(v_left, v_others);
  end if;
  while cardinality(v_left) > 0 and v_slice < v_slices loop
    v_slice := v_slice + 1;
    v_rested := ringtrail.lend_rested(p_account, v_left, v_slice);
    v_lent := v_lent || v_rested;
    exit when cardinality(v_rested) = cardinality(v_left);
    v_left := ringtrail.not_served(v_left, v_rested);
  end loop;
  if cardinality(v_rested) is distinct from cardinality(v_left) then
    foreach v_wish in array v_left loop
      v_one := ringtrail.lend_scarce(p_account, v_wish);
      if v_one.how is not null then v_others := v_others || v_one; end if;
    end loop;
  end if;

  if cardinality(v_others) > 0 then perform ringtrail.keep_lent(p_account, v_others); end if;
  return (select coalesce(jsonb_agg(jsonb_build_array(g.nth, g.place, g.how, g.number, g.e164,
                            case when g.how not in ('free', 'resting') then ringtrail.ms(g.until) end)), '[]')
          from unnest(v_lent || v_others) g where g.how <> 'busy');
end $$;
--> statement-breakpoint
alter function ringtrail.lend_together(uuid, jsonb, jsonb) set plan_cache_mode = force_generic_plan;
--> statement-breakpoint
-- A visit that comes alone. One that is new, from a visitor who is, has a claim to nothing, so the first look is for a
-- rested number: what `find_number` would find, without its looks before and without waiting.
drop function ringtrail.lend_one(uuid, uuid, jsonb);
drop function ringtrail.keep_visit(uuid, jsonb);
--> statement-breakpoint
-- Stores the visit, with its touch and first page view, if it is new, and answers whether it was. Locks the visit's row,
-- so that one visit that asks twice at once is served one after the other.
create function ringtrail.keep_visit(p_account uuid, p_visit jsonb) returns boolean language plpgsql as $$
declare
  v_id uuid := (p_visit ->> 'id')::uuid;
  v_site uuid := (p_visit ->> 'site')::uuid;
  v_page jsonb := p_visit -> 'page';
  v_touch jsonb := p_visit -> 'touch';
  v_at timestamptz := ringtrail.moment((v_page ->> 'at')::double precision);
  v_is_new boolean;
begin
  if not exists (select from ringtrail.sites s where s.account_id = p_account and s.id = v_site) then
    raise exception 'the account has no such site' using errcode = 'foreign_key_violation';
  end if;
  insert into ringtrail.visits as v
    (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
  values (p_account, v_id, (p_visit ->> 'visitor')::uuid, v_site, p_visit -> 'permission', p_visit -> 'landing',
          p_visit ->> 'device', v_at, v_at)
  on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
  returning v.xmax = 0 into v_is_new;
  if v_is_new then
    insert into ringtrail.touches (account_id, visit_id, at, channel, source, medium, campaign, keyword, click_id, rule)
    values (p_account, v_id, v_at, v_touch ->> 'channel', v_touch ->> 'source', v_touch ->> 'medium',
            v_touch ->> 'campaign', v_touch ->> 'keyword', v_touch ->> 'clickId', v_touch ->> 'rule');
    insert into ringtrail.page_views (account_id, visit_id, at, path, title)
    values (p_account, v_id, v_at, v_page ->> 'path', v_page ->> 'title');
  end if;
  return v_is_new;
end $$;
--> statement-breakpoint
-- Lends the longest-rested number nobody holds or is taking, slice by slice. Waits for nobody; null when there is none.
create function ringtrail.lend_first_rested(
  p_account uuid, p_visit uuid, p_pool uuid, p_slices text[], p_firm boolean, p_now timestamptz, p_free_since timestamptz,
  p_until timestamptz, out how text, out number uuid, out e164 text) language plpgsql as $$
declare
  v_slice text;
  v_was timestamptz;
begin
  foreach v_slice in array p_slices loop
    select l.number_id, l.e164, l.until into number, e164, v_was from ringtrail.leases l
    where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice and (l.until is null or l.until <= p_now)
    order by l.until nulls first, l.e164
    limit 1 for no key update skip locked;
    if found then
      update ringtrail.leases l set visit_id = p_visit, firm = p_firm, last_seen_at = p_now, until = p_until
      where l.account_id = p_account and l.number_id = number;
      delete from ringtrail.shares s where s.account_id = p_account and s.number_id = number and s.until <= p_free_since;
      how := case when v_was is null or v_was <= p_free_since then 'free' else 'resting' end;
      return;
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- Carries out one plan and keeps what the visit was shown.
create function ringtrail.lend_one(p_account uuid, p_visit uuid, p_is_new boolean, p_plan jsonb) returns jsonb
language plpgsql as $$
declare
  v_pool uuid := (p_plan ->> 'pool')::uuid;
  v_now timestamptz := ringtrail.moment((p_plan ->> 'now')::double precision);
  v_until timestamptz := ringtrail.moment((p_plan ->> 'until')::double precision);
  v_firm boolean := (p_plan ->> 'firm')::boolean;
  v_free_since timestamptz := ringtrail.moment((p_plan ->> 'freeSince')::double precision);
  v_how text;
  v_first record;
  v_found record;
  v_lease ringtrail.leases;
  v_number uuid;
  v_e164 text;
begin
  if not exists (select from ringtrail.pools p where p.account_id = p_account and p.id = v_pool) then
    raise exception 'the account has no such pool' using errcode = 'foreign_key_violation';
  end if;
  if p_is_new and not (p_plan ->> 'isReturning')::boolean then
    v_first := ringtrail.lend_first_rested(p_account, p_visit, v_pool,
      array(select jsonb_array_elements_text(p_plan -> 'slices')), v_firm, v_now, v_free_since, v_until);
    if v_first.how is not null then
      insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
      values (p_account, p_visit, v_pool, v_now, v_first.number, v_first.how, v_until) on conflict do nothing;
      return jsonb_build_object('how', v_first.how, 'number', v_first.number, 'e164', v_first.e164,
                                'until', (p_plan ->> 'until')::double precision);
    end if;
  end if;
  v_found := ringtrail.find_number(p_account, p_visit, p_plan);
  v_how := v_found.how;
  v_lease := v_found.lease;
  v_number := v_lease.number_id;
  v_e164 := v_lease.e164;
  if v_how is null then
    select n.id, n.e164 into v_number, v_e164 from ringtrail.tracking_numbers n
    where n.account_id = p_account and n.id = (p_plan ->> 'sourceNumber')::uuid;
    v_how := case when found then 'source' else 'own' end;
    v_until := null;
  elsif v_how = 'shared' then
    insert into ringtrail.shares as s (account_id, number_id, visit_id, pool_id, shared_at, until)
    values (p_account, v_number, p_visit, v_pool, v_now, v_until)
    on conflict (account_id, number_id, visit_id) do update
      set shared_at = excluded.shared_at, until = greatest(s.until, excluded.until);
  else
    if v_lease.visit_id = p_visit then
      v_until := greatest(v_lease.until, v_until);
      v_firm := v_firm or v_lease.firm;
    else
      -- Its holder now, so no sharer any more; shares as old as a rested number are swept with it.
      delete from ringtrail.shares s
      where s.account_id = p_account and s.number_id = v_number
        and (s.visit_id = p_visit or s.until <= v_free_since);
    end if;
    update ringtrail.leases l set visit_id = p_visit, firm = v_firm, last_seen_at = v_now, until = v_until
    where l.account_id = p_account and l.number_id = v_number;
  end if;
  insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
  select p_account, p_visit, v_pool, v_now, v_number, v_how, v_until
  where not exists (
    select from ringtrail.impressions i
    where i.account_id = p_account and i.visit_id = p_visit and i.pool_id = v_pool
      and i.number_id is not distinct from v_number)
  on conflict do nothing;
  return jsonb_strip_nulls(jsonb_build_object(
    'how', v_how, 'number', v_number, 'e164', v_e164, 'until', ringtrail.ms(v_until)));
end $$;
--> statement-breakpoint
create or replace function ringtrail.lend(p_account uuid, p_visit jsonb, p_plans jsonb) returns jsonb language plpgsql as $$
declare
  v_plan record;
  v_is_new boolean;
  v_answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(p_plans)]);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_is_new := ringtrail.keep_visit(p_account, p_visit);
  for v_plan in
    select value, ordinality from jsonb_array_elements(p_plans) with ordinality order by value ->> 'pool', ordinality
  loop
    v_answers[v_plan.ordinality] := ringtrail.lend_one(p_account, (p_visit ->> 'id')::uuid, v_is_new, v_plan.value);
  end loop;
  return to_jsonb(v_answers);
end $$;
--> statement-breakpoint
alter function ringtrail.lend(uuid, jsonb, jsonb) set plan_cache_mode = force_generic_plan;
