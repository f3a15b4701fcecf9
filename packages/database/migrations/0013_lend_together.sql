-- One answer of `lend_together`, while it is being worked out.
create type ringtrail.lent_now as (
  nth bigint, place bigint, visit uuid, is_new boolean, pool uuid, at timestamptz, free_since timestamptz, how text,
  number uuid, e164 text, until timestamptz);
--> statement-breakpoint
-- Keeps what visits were shown, all in one statement, and answers it as JSON. A holder is no sharer any more; shares as
-- old as a rested number are swept with it.
create function ringtrail.keep_lent(p_account uuid, p_lent ringtrail.lent_now[]) returns jsonb language plpgsql as $$
begin
  delete from ringtrail.shares s using unnest(p_lent) g
  where s.account_id = p_account and s.number_id = g.number and g.how in ('kept', 'free', 'resting')
    and (s.visit_id = g.visit or s.until <= g.free_since);
  insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
  select p_account, g.visit, g.pool, g.at, g.number, g.how, g.until
  from unnest(p_lent) g
  where g.is_new or not exists (
    select from ringtrail.impressions i
    where i.account_id = p_account and i.visit_id = g.visit and i.pool_id = g.pool
      and i.number_id is not distinct from g.number)
  on conflict do nothing;
  return (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'nth', g.nth, 'place', g.place, 'how', g.how, 'number', g.number, 'e164', g.e164,
            'until', ringtrail.ms(g.until)))), '[]')
          from unnest(p_lent) g);
end $$;
--> statement-breakpoint
-- Stores the visits that are new, with their touches and first pages, and answers which these are. Visits are locked in
-- the order of their ids, so that one visit that asks twice is served one after the other, and none waits in a circle.
create function ringtrail.keep_visits(p_account uuid, p_lends jsonb) returns uuid[] language plpgsql as $$
declare
  v_new uuid[];
begin
  with kept as (
    insert into ringtrail.visits as v
      (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
    select p_account, g.id, g.visitor, g.site, g.permission, g.landing, g.device, g.at, g.at
    from (select e.*, ringtrail.moment((e.page ->> 'at')::double precision) as at
          from jsonb_to_recordset(jsonb_path_query_array(p_lends, '$[*].visit')) as e
            (id uuid, visitor uuid, site uuid, permission jsonb, landing jsonb, device text, page jsonb)) g
    order by g.id
    on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
    returning v.id, v.xmax = 0 as is_new)
  select array_agg(kept.id) filter (where kept.is_new) into v_new from kept;
  if v_new is null then return '{}'; end if;
  insert into ringtrail.touches
    (account_id, visit_id, at, channel, source, medium, campaign, keyword, click_id, rule)
  select p_account, e.id, ringtrail.moment((e.page ->> 'at')::double precision), t.channel, t.source, t.medium,
         t.campaign, t.keyword, t."clickId", t.rule
  from jsonb_to_recordset(jsonb_path_query_array(p_lends, '$[*].visit')) as e (id uuid, page jsonb, touch jsonb),
       jsonb_to_record(e.touch) as t
         (channel text, source text, medium text, campaign text, keyword text, "clickId" text, rule text)
  where e.id = any (v_new);
  insert into ringtrail.page_views (account_id, visit_id, at, path, title)
  select p_account, e.id, ringtrail.moment((e.page ->> 'at')::double precision), e.page ->> 'path', e.page ->> 'title'
  from jsonb_to_recordset(jsonb_path_query_array(p_lends, '$[*].visit')) as e (id uuid, page jsonb)
  where e.id = any (v_new)
  on conflict do nothing;
  return v_new;
end $$;
--> statement-breakpoint
-- A number the visit has a claim to: its own, the one it shares, its visitor's former one. Waits for nobody: `busy`
-- when somebody who is being served has locked it.
create function ringtrail.find_kept(p_account uuid, p_visit uuid, p_visitor uuid, p_pool uuid, p_slices text[],
                                    p_may_share boolean, p_is_returning boolean, p_now timestamptz,
                                    out how text, out lease ringtrail.leases) language plpgsql as $$
declare
  v_number uuid;
begin
  select * into lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = p_pool and l.visit_id = p_visit
  order by l.until desc limit 1 for no key update skip locked;
  if found then how := 'kept'; return; end if;
  if exists (select from ringtrail.leases l
             where l.account_id = p_account and l.pool_id = p_pool and l.visit_id = p_visit) then
    how := 'busy';
    return;
  end if;

  select s.number_id into v_number from ringtrail.shares s
  where s.account_id = p_account and s.visit_id = p_visit and s.pool_id = p_pool
  order by s.shared_at desc limit 1;
  if found then
    select * into lease from ringtrail.leases l where l.account_id = p_account and l.number_id = v_number;
    if lease.until > p_now then
      how := case when p_may_share then 'shared' end;
      if p_may_share then return; end if;
    else
      select * into lease from ringtrail.leases l
      where l.account_id = p_account and l.number_id = v_number and (l.until is null or l.until <= p_now)
      for no key update skip locked;
      how := case when found then 'kept' else 'busy' end;
      return;
    end if;
  end if;

  if p_is_returning then
    v_number := ringtrail.former_number(p_account, p_visitor, p_pool, p_slices, p_now);
    if v_number is not null then
      select * into lease from ringtrail.leases l
      where l.account_id = p_account and l.number_id = v_number and (l.until is null or l.until <= p_now)
      for no key update skip locked;
      how := case when found then 'kept' else 'busy' end;
    end if;
  end if;
end $$;
--> statement-breakpoint
-- Serves many visits of one account in one transaction, each as `lend` would, and waits for no number: a plan that would
-- have to wait is left without an answer, and its visit asks `lend` alone. So two such transactions cannot wait in a
-- circle, though each holds many numbers. Answers name their visit and plan by their places, counted from 1.
create function ringtrail.lend_together(p_account uuid, p_lends jsonb) returns jsonb language plpgsql as $$
declare
  v_new uuid[];
  v record;
  v_found record;
  v_how text;
  v_lease ringtrail.leases;
  v_number uuid;
  v_e164 text;
  v_until timestamptz;
  v_was timestamptz;
  v_slice text;
  v_lent ringtrail.lent_now[] := '{}';
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_new := ringtrail.keep_visits(p_account, p_lends);
  for v in
    select g.nth, p.place, g.visit, g.visitor, g.visit = any (v_new) as is_new, p.pool, p.source,
           array(select jsonb_array_elements_text(p.slices)) as slices, p.may_share, p.firm, p.is_returning,
           ringtrail.moment(p.now) as now, ringtrail.moment(p.free_since) as free_since,
           ringtrail.moment(p.until) as until,
           exists (select from ringtrail.pools o where o.account_id = p_account and o.id = p.pool) as is_ours
    from (select e.nth, (e.visit ->> 'id')::uuid as visit, (e.visit ->> 'visitor')::uuid as visitor, e.plans
          from rows from (jsonb_to_recordset(p_lends) as (visit jsonb, plans jsonb)) with ordinality
               as e (visit, plans, nth)) g,
         rows from (jsonb_to_recordset(g.plans) as
           (pool uuid, slices jsonb, "mayShare" boolean, firm boolean, "isReturning" boolean, "sourceNumber" uuid,
            now double precision, "freeSince" double precision, until double precision)) with ordinality
           as p (pool, slices, may_share, firm, is_returning, source, now, free_since, until, place)
    order by p.pool, g.nth, p.place
  loop
    if not v.is_ours then
      raise exception 'the account has no such pool' using errcode = 'foreign_key_violation';
    end if;
    v_how := null;
    v_until := v.until;
    if v.is_returning or not v.is_new then
      v_found := ringtrail.find_kept(p_account, v.visit, v.visitor, v.pool, v.slices, v.may_share, v.is_returning, v.now);
      v_how := v_found.how;
      v_lease := v_found.lease;
      if v_how = 'busy' then continue; end if;
      v_number := v_lease.number_id;
      v_e164 := v_lease.e164;
      if v_how = 'kept' then
        update ringtrail.leases l
        set visit_id = v.visit, last_seen_at = v.now,
            firm = v.firm or (l.visit_id = v.visit and l.firm),
            until = case when l.visit_id = v.visit then greatest(l.until, v.until) else v.until end
        where l.account_id = p_account and l.number_id = v_number
        returning l.until into v_until;
      end if;
    end if;
    if v_how is null then
      -- Slice by slice, so that each look is a few rows of one index however many numbers the account owns.
      foreach v_slice in array v.slices loop
        with rested as (
          select l.number_id, l.until from ringtrail.leases l
          where l.account_id = p_account and l.pool_id = v.pool and l.slice = v_slice
            and (l.until is null or l.until <= v.now)
          order by l.until nulls first, l.e164
          limit 1 for no key update skip locked)
        update ringtrail.leases l
        set visit_id = v.visit, firm = v.firm, last_seen_at = v.now, until = v.until
        from rested r where l.account_id = p_account and l.number_id = r.number_id
        returning l.number_id, l.e164, r.until into v_number, v_e164, v_was;
        if found then
          v_how := case when v_was is null or v_was <= v.free_since then 'free' else 'resting' end;
          exit;
        end if;
      end loop;
    end if;
    if v_how is null and exists (
      select from unnest(v.slices) s (slice)
      join ringtrail.leases l on l.account_id = p_account and l.pool_id = v.pool and l.slice = s.slice
      where l.until is null or l.until <= v.now) then continue; end if;
    if v_how is null and v.may_share then
      v_lease := ringtrail.take_turn(p_account, v.pool, v.slices);
      v_number := v_lease.number_id;
      v_e164 := v_lease.e164;
      v_how := case when v_number is not null then 'shared' end;
    end if;
    if v_how is null then
      v_until := null;
      select n.id, n.e164 into v_number, v_e164 from ringtrail.tracking_numbers n
      where n.account_id = p_account and n.id = v.source;
      v_how := case when found then 'source' else 'own' end;
    elsif v_how = 'shared' then
      insert into ringtrail.shares as s (account_id, number_id, visit_id, pool_id, shared_at, until)
      values (p_account, v_number, v.visit, v.pool, v.now, v_until)
      on conflict (account_id, number_id, visit_id) do update
        set shared_at = excluded.shared_at, until = greatest(s.until, excluded.until);
    end if;
    v_lent := v_lent || row(v.nth, v.place, v.visit, v.is_new, v.pool, v.now, v.free_since, v_how, v_number, v_e164,
                            v_until)::ringtrail.lent_now;
  end loop;
  return ringtrail.keep_lent(p_account, v_lent);
end $$;
--> statement-breakpoint
-- What a page waits for asks for single rows by their keys, so one plan fits every value; making a plan anew each time,
-- as PostgreSQL would, takes longer than carrying it out.
alter function ringtrail.lend_together(uuid, jsonb) set plan_cache_mode = force_generic_plan;
alter function ringtrail.lend(uuid, jsonb, jsonb) set plan_cache_mode = force_generic_plan;
alter function ringtrail.append_signs(uuid, uuid, jsonb) set plan_cache_mode = force_generic_plan;
