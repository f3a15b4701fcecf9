-- Stores the visit, with its touch and first page view, if it is new. Locks the visit's row, so that one visit that asks
-- twice at once is served one after the other.
create function ringtrail.keep_visit(p_account uuid, p_visit jsonb) returns void language plpgsql as $$
declare
  v_id uuid := (p_visit ->> 'id')::uuid;
  v_page jsonb := p_visit -> 'page';
  v_at timestamptz := ringtrail.moment((v_page ->> 'at')::double precision);
  v_is_new boolean;
begin
  if not exists (select from ringtrail.sites s where s.account_id = p_account and s.id = (p_visit ->> 'site')::uuid) then
    raise exception 'the account has no such site' using errcode = 'foreign_key_violation';
  end if;
  insert into ringtrail.visits as v
    (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
  values (p_account, v_id, (p_visit ->> 'visitor')::uuid, (p_visit ->> 'site')::uuid, p_visit -> 'permission',
          p_visit -> 'landing', p_visit ->> 'device', v_at, v_at)
  on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
  returning v.xmax = 0 into v_is_new;
  if v_is_new then
    insert into ringtrail.touches
      (account_id, visit_id, at, channel, source, medium, campaign, keyword, click_id, rule)
    select p_account, v_id, v_at, t.channel, t.source, t.medium, t.campaign, t.keyword, t."clickId", t.rule
    from jsonb_to_record(p_visit -> 'touch') as t
      (channel text, source text, medium text, campaign text, keyword text, "clickId" text, rule text);
    insert into ringtrail.page_views (account_id, visit_id, at, path, title)
    values (p_account, v_id, v_at, v_page ->> 'path', v_page ->> 'title')
    on conflict do nothing;
  end if;
end $$;
--> statement-breakpoint
-- Locks the longest-rested number nobody holds; null when there is none.
--
-- Locked numbers are passed over first, so that visits that come at once spread out. But a visit that found a number
-- taken a moment ago keeps it locked until it is served (PostgreSQL locks a row before it looks at it again), so a locked
-- number may be free. When nothing else is left they are waited for: every visit then holds no number of this pool and
-- waits in the order of their ids, so none waits in a circle.
create function ringtrail.take_rested(p_account uuid, p_pool uuid, p_slices text[], p_now timestamptz)
returns ringtrail.leases language plpgsql as $$
declare
  v_lease ringtrail.leases;
begin
  select * into v_lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = p_pool and l.slice = any (p_slices)
    and (l.until is null or l.until <= p_now)
  order by array_position(p_slices, l.slice), l.until nulls first, l.e164
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
-- Locks one number if nobody holds it or is taking it; null otherwise, and then nothing stays locked.
create function ringtrail.take_number(p_account uuid, p_number uuid, p_now timestamptz)
returns ringtrail.leases language plpgsql as $$
declare
  v_lease ringtrail.leases;
begin
  if not exists (select from ringtrail.leases l where l.account_id = p_account and l.number_id = p_number
                   and (l.until is null or l.until <= p_now)) then
    return null;
  end if;
  begin
    select * into v_lease from ringtrail.leases l
    where l.account_id = p_account and l.number_id = p_number and (l.until is null or l.until <= p_now)
    for no key update skip locked;
    if not found then raise exception using errcode = 'RT001', message = 'passed over'; end if;
    return v_lease;
  exception when sqlstate 'RT001' then return null;
  end;
end $$;
--> statement-breakpoint
-- Finds the number a plan gives, in the order of the port, and locks it if it is to be lent; a shared one stays
-- unlocked. No row: the pool gives nothing.
create function ringtrail.find_number(p_account uuid, p_visit uuid, p_plan jsonb, out how text, out lease ringtrail.leases)
language plpgsql as $$
declare
  v_pool uuid := (p_plan ->> 'pool')::uuid;
  v_now timestamptz := ringtrail.moment((p_plan ->> 'now')::double precision);
  v_free_since timestamptz := ringtrail.moment((p_plan ->> 'freeSince')::double precision);
  v_may_share boolean := (p_plan ->> 'mayShare')::boolean;
  v_slices text[] := array(select jsonb_array_elements_text(p_plan -> 'slices'));
  v_former uuid := (p_plan ->> 'formerNumber')::uuid;
  v_shared uuid;
begin
  -- The visit's own number, also when its time ran out and nobody took it.
  select * into lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = v_pool and l.visit_id = p_visit
  order by l.until desc limit 1 for no key update;
  if found then how := 'kept'; return; end if;

  -- The number it shares: its own from now on if the holder is gone.
  select s.number_id into v_shared from ringtrail.shares s
  where s.account_id = p_account and s.visit_id = p_visit and s.pool_id = v_pool
  order by s.shared_at desc limit 1;
  if found then
    lease := ringtrail.take_number(p_account, v_shared, v_now);
    if lease.number_id is not null then how := 'kept'; return; end if;
    if v_may_share then
      select * into lease from ringtrail.leases l where l.account_id = p_account and l.number_id = v_shared;
      how := 'shared';
      return;
    end if;
  end if;

  -- The visitor's former one.
  if exists (select from ringtrail.leases l where l.account_id = p_account and l.number_id = v_former
               and l.pool_id = v_pool and l.slice = any (v_slices)) then
    lease := ringtrail.take_number(p_account, v_former, v_now);
    if lease.number_id is not null then how := 'kept'; return; end if;
  end if;

  -- The longest-rested one nobody holds, slice by slice.
  if exists (select from ringtrail.leases l
             where l.account_id = p_account and l.pool_id = v_pool and l.slice = any (v_slices)
               and (l.until is null or l.until <= v_now)) then
    lease := ringtrail.take_rested(p_account, v_pool, v_slices, v_now);
    if lease.number_id is not null then
      how := case when lease.until is null or lease.until <= v_free_since then 'free' else 'resting' end;
      return;
    end if;
  end if;

  -- The least recently shared one, slice by slice.
  select l.* into lease from ringtrail.leases l
  where v_may_share and l.account_id = p_account and l.pool_id = v_pool and l.slice = any (v_slices)
  order by array_position(v_slices, l.slice),
           (select max(s.shared_at) from ringtrail.shares s
            where s.account_id = p_account and s.number_id = l.number_id) nulls first,
           l.e164
  limit 1;
  how := case when found then 'shared' end;
end $$;
--> statement-breakpoint
-- Carries out one plan and keeps what the visit was shown.
create function ringtrail.lend_one(p_account uuid, p_visit uuid, p_plan jsonb) returns jsonb language plpgsql as $$
declare
  v_pool uuid := (p_plan ->> 'pool')::uuid;
  v_now timestamptz := ringtrail.moment((p_plan ->> 'now')::double precision);
  v_until timestamptz := ringtrail.moment((p_plan ->> 'until')::double precision);
  v_firm boolean := (p_plan ->> 'firm')::boolean;
  v_how text;
  v_found record;
  v_lease ringtrail.leases;
  v_number uuid;
  v_e164 text;
begin
  if not exists (select from ringtrail.pools p where p.account_id = p_account and p.id = v_pool) then
    raise exception 'the account has no such pool' using errcode = 'foreign_key_violation';
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
        and (s.visit_id = p_visit or s.until <= ringtrail.moment((p_plan ->> 'freeSince')::double precision));
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
-- The whole lend: one call, one round trip. Plans are carried out in the order of their pools, so that two visits that
-- wait for each other's numbers cannot wait in a circle; answers stand in the order of the plans.
create function ringtrail.lend(p_account uuid, p_visit jsonb, p_plans jsonb) returns jsonb language plpgsql as $$
declare
  v_plan record;
  v_answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(p_plans)]);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform ringtrail.keep_visit(p_account, p_visit);
  for v_plan in
    select value, ordinality from jsonb_array_elements(p_plans) with ordinality order by value ->> 'pool', ordinality
  loop
    v_answers[v_plan.ordinality] := ringtrail.lend_one(p_account, (p_visit ->> 'id')::uuid, v_plan.value);
  end loop;
  return to_jsonb(v_answers);
end $$;
