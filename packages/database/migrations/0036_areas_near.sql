-- Of a slice's free numbers those of the visitor's own area go first. Nothing else changes: the slice comes before it, so
-- that a call's source stays exact, and so does a number's rest.
create or replace function ringtrail.pool_settings(p_pool ringtrail.pools) returns jsonb language sql stable
return (
  select jsonb_build_object(
    'id', p_pool.id, 'account', p_pool.account_id, 'site', p_pool.site_id, 'target', p_pool.target_id,
    'exclusive', p_pool.exclusive, 'provisionalMs', p_pool.provisional_ms, 'graceMs', p_pool.grace_ms,
    'restMs', p_pool.rest_ms,
    'slices', coalesce(jsonb_agg(distinct n.slice order by n.slice) filter (where n.slice is not null), '[]'),
    'areas', coalesce(jsonb_agg(distinct left(n.e164, 5) order by left(n.e164, 5))
                        filter (where n.e164 ~ '^\+1\d{10}$'), '[]'))
  from ringtrail.tracking_numbers n
  where n.account_id = p_pool.account_id and n.pool_id = p_pool.id and n.rests_until is null);
--> statement-breakpoint
drop function ringtrail.take_rested(uuid, uuid, text[], timestamptz);
drop function ringtrail.lend_first_rested(uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, timestamptz);
alter type ringtrail.lend_wish add attribute near text[];
--> statement-breakpoint
-- Locks a free number near the visitor, else the longest-rested one nobody holds; null when there is none.
--
-- Locked numbers are passed over first, so that visits that come at once spread out. But a visit that found a number
-- taken a moment ago keeps it locked until it is served (PostgreSQL locks a row before it looks at it again), so a locked
-- number may be free. When nothing else is left they are waited for, and what is near is then given up: every visit
-- then holds no number of this pool and waits in the order of their ids, so none waits in a circle.
create function ringtrail.take_rested(p_account uuid, p_pool uuid, p_slices text[], p_near text[], p_free_since timestamptz,
                                      p_now timestamptz)
returns ringtrail.leases language plpgsql as $$
declare
  v_lease ringtrail.leases;
begin
  select * into v_lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = p_pool and l.slice = any (p_slices)
    and (l.until is null or l.until <= p_now)
  order by array_position(p_slices, l.slice),
           ((l.until is null or l.until <= p_free_since) and left(l.e164, 5) = any (p_near)) desc,
           l.until nulls first, l.e164
  limit 1 for no key update skip locked;
  -- Leaving by an error gives back what was locked in passing.
  if not found then raise exception using errcode = 'RT001', message = 'all passed over'; end if;
  return v_lease;
exception when sqlstate 'RT001' then
  select * into v_lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = p_pool and l.slice = any (p_slices)
    and (l.until is null or l.until <= p_now)
  order by l.number_id limit 1 for no key update;
  return v_lease;
end $$;
--> statement-breakpoint
-- Finds the number a plan gives, in the order of the port, and locks it if it is to be lent, waiting where it must; a
-- shared one stays unlocked. No row: the pool gives nothing.
create or replace function ringtrail.find_number(p_account uuid, p_visit uuid, p_plan jsonb, out how text,
                                                 out lease ringtrail.leases)
language plpgsql as $$
declare
  v_pool uuid := (p_plan ->> 'pool')::uuid;
  v_now timestamptz := ringtrail.moment((p_plan ->> 'now')::double precision);
  v_free_since timestamptz := ringtrail.moment((p_plan ->> 'freeSince')::double precision);
  v_may_share boolean := (p_plan ->> 'mayShare')::boolean;
  v_slices text[] := array(select jsonb_array_elements_text(p_plan -> 'slices'));
  v_number uuid;
begin
  -- The visit's own number, also when its time ran out and nobody took it.
  select * into lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = v_pool and l.visit_id = p_visit
  order by l.until desc limit 1 for no key update;
  if found then how := 'kept'; return; end if;

  -- The number it shares: its own from now on if the holder is gone.
  select s.number_id into v_number from ringtrail.shares s
  where s.account_id = p_account and s.visit_id = p_visit and s.pool_id = v_pool
  order by s.shared_at desc limit 1;
  if found then
    lease := ringtrail.take_number(p_account, v_number, v_now);
    if lease.number_id is not null then how := 'kept'; return; end if;
    if v_may_share then
      select * into lease from ringtrail.leases l where l.account_id = p_account and l.number_id = v_number;
      how := 'shared';
      return;
    end if;
  end if;

  -- The visitor's former one.
  if (p_plan ->> 'isReturning')::boolean then
    select ringtrail.former_number(p_account, v.visitor_id, v_pool, v_slices, v_now) into v_number
    from ringtrail.visits v where v.account_id = p_account and v.id = p_visit;
    if v_number is not null then
      lease := ringtrail.take_number(p_account, v_number, v_now);
      if lease.number_id is not null then how := 'kept'; return; end if;
    end if;
  end if;

  -- A free one near the visitor, else the longest-rested one nobody holds, slice by slice.
  if exists (select from ringtrail.leases l
             where l.account_id = p_account and l.pool_id = v_pool and l.slice = any (v_slices)
               and (l.until is null or l.until <= v_now)) then
    lease := ringtrail.take_rested(p_account, v_pool, v_slices,
      array(select jsonb_array_elements_text(p_plan -> 'near')), v_free_since, v_now);
    if lease.number_id is not null then
      how := case when lease.until is null or lease.until <= v_free_since then 'free' else 'resting' end;
      return;
    end if;
  end if;

  -- The one whose turn it is to be shared.
  if v_may_share then
    lease := ringtrail.take_turn(p_account, v_pool, v_slices);
    how := case when lease.number_id is not null then 'shared' end;
  end if;
end $$;
--> statement-breakpoint
-- Lends a free number near the visitor, else the longest-rested one nobody holds or is taking, slice by slice. Waits for
-- nobody; null when there is none.
create function ringtrail.lend_first_rested(
  p_account uuid, p_visit uuid, p_pool uuid, p_slices text[], p_near text[], p_firm boolean, p_now timestamptz, p_free_since timestamptz,
  p_until timestamptz, out how text, out number uuid, out e164 text) language plpgsql as $$
declare
  v_slice text;
  v_was timestamptz;
begin
  foreach v_slice in array p_slices loop
    select l.number_id, l.e164, l.until into number, e164, v_was from ringtrail.leases l
    where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice and (l.until is null or l.until <= p_now)
    order by ((l.until is null or l.until <= p_free_since) and left(l.e164, 5) = any (p_near)) desc,
             l.until nulls first, l.e164
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
create or replace function ringtrail.lend_one(p_account uuid, p_visit uuid, p_is_new boolean, p_plan jsonb) returns jsonb
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
      array(select jsonb_array_elements_text(p_plan -> 'slices')),
      array(select jsonb_array_elements_text(p_plan -> 'near')), v_firm, v_now, v_free_since, v_until);
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
-- The same for one of many: what is near differs from visit to visit, so these are served one by one.
create function ringtrail.lend_near(p_account uuid, p_wish ringtrail.lend_wish) returns ringtrail.lent_now
language plpgsql as $$
declare
  v_first record;
begin
  v_first := ringtrail.lend_first_rested(p_account, p_wish.visit, p_wish.pool, p_wish.slices, p_wish.near, p_wish.firm,
                                         p_wish.at, p_wish.free_since, p_wish.until);
  return row(p_wish.nth, p_wish.place, p_wish.visit, p_wish.is_new, p_wish.pool, p_wish.at, p_wish.free_since,
             v_first.how, v_first.number, v_first.e164, p_wish.until)::ringtrail.lent_now;
end $$;
--> statement-breakpoint
-- Serves many visits of one account in one transaction, each as `lend` would, and waits for no number: a plan that would
-- have to wait is left without an answer, and its visit asks `lend` alone. So two such transactions cannot wait in a
-- circle, though each holds many numbers. Each answer is a list: the places of its visit and its plan, counted from 1,
-- how, number, E.164, and the end of the lease where that is not the plan's.
create or replace function ringtrail.lend_together(p_account uuid, p_visits jsonb, p_plans jsonb) returns jsonb language plpgsql as $$
declare
  v_new uuid[];
  v_left ringtrail.lend_wish[];
  v_wish ringtrail.lend_wish;
  v_one ringtrail.lent_now;
  v_rested ringtrail.lent_now[];
  v_lent ringtrail.lent_now[] := '{}';
  v_others ringtrail.lent_now[] := '{}';
  v_claims boolean;
  v_near boolean;
  v_slices integer;
  v_slice integer := 0;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_new := ringtrail.keep_visits(p_account, p_visits);
  select coalesce(array_agg(row(p.nth, p.place, p.visit, p.visitor, p.visit = any (v_new), p."isReturning", p.pool,
           p.slices, p."mayShare", p.firm, p."sourceNumber", ringtrail.moment(p.now), ringtrail.moment(p."freeSince"),
           ringtrail.moment(p.until), p.near)::ringtrail.lend_wish), '{}'),
         coalesce(bool_or(p."isReturning" or p.visit <> all (v_new)), false), coalesce(max(cardinality(p.slices)), 0),
         coalesce(bool_or(cardinality(p.near) > 0), false)
  into v_left, v_claims, v_slices, v_near
  from jsonb_to_recordset(p_plans) as p
    (nth integer, place integer, visit uuid, visitor uuid, pool uuid, slices text[], "mayShare" boolean, firm boolean,
     "isReturning" boolean, "sourceNumber" uuid, now double precision, "freeSince" double precision,
     until double precision, near text[])
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
  if v_near then
    foreach v_wish in array v_left loop
      if cardinality(v_wish.near) > 0 then
        v_one := ringtrail.lend_near(p_account, v_wish);
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
