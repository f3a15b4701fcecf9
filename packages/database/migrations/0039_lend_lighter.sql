-- A lend costs less: what is written with a visit checks no foreign key to it, and fewer statements lend to a visit that
-- comes alone. Whoever writes a child of a visit holds the visit's row, and whoever deletes a visit takes it first, so no
-- child is left behind; a site is checked by the statement that stores the visit, without locking the site's one row for
-- every visit, and the server may not delete a site.
ALTER TABLE "ringtrail"."impressions" DROP CONSTRAINT "impressions_account_id_visit_id_visits_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "ringtrail"."page_views" DROP CONSTRAINT "page_views_account_id_visit_id_visits_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "ringtrail"."touches" DROP CONSTRAINT "touches_account_id_visit_id_visits_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "ringtrail"."visits" DROP CONSTRAINT "visits_account_id_site_id_sites_account_id_id_fk";
--> statement-breakpoint
revoke delete on ringtrail.sites from ringtrail_api;
--> statement-breakpoint
-- Stores the visit, with its touch and first page view, if it is new, and answers whether it was. Locks the visit's row,
-- so that one visit that asks twice at once is served one after the other.
create or replace function ringtrail.keep_visit(p_account uuid, p_visit jsonb) returns boolean language plpgsql as $$
declare
  v_id uuid := (p_visit ->> 'id')::uuid;
  v_page jsonb := p_visit -> 'page';
  v_touch jsonb := p_visit -> 'touch';
  v_at timestamptz := ringtrail.moment((v_page ->> 'at')::double precision);
  v_is_new boolean;
begin
  insert into ringtrail.visits as v
    (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
  select p_account, v_id, (p_visit ->> 'visitor')::uuid, s.id, p_visit -> 'permission', p_visit -> 'landing',
         p_visit ->> 'device', v_at, v_at
  from ringtrail.sites s where s.account_id = p_account and s.id = (p_visit ->> 'site')::uuid
  on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
  returning v.xmax = 0 into v_is_new;
  if not found then raise exception 'the account has no such site' using errcode = 'foreign_key_violation'; end if;
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
-- Lends a free number near the visitor, else the longest-rested one nobody holds or is taking, slice by slice. Waits for
-- nobody; null when there is none.
drop function ringtrail.lend_first_rested(uuid, uuid, uuid, text[], text[], boolean, timestamptz, timestamptz, timestamptz);
create function ringtrail.lend_first_rested(
  p_account uuid, p_visit uuid, p_pool uuid, p_slices jsonb, p_near jsonb, p_firm boolean, p_now timestamptz,
  p_free_since timestamptz, p_until timestamptz, out how text, out number uuid, out e164 text) language plpgsql as $$
declare
  v_slice text;
  v_was timestamptz;
  v_prefers boolean := p_near <> '[]';
begin
  for v_nth in 0 .. jsonb_array_length(p_slices) - 1 loop
    v_slice := p_slices ->> v_nth;
    with rested as materialized (
      select l.number_id, l.until from ringtrail.leases l
      where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice
        and (l.until is null or l.until <= p_now)
      order by (v_prefers and (l.until is null or l.until <= p_free_since) and p_near ? left(l.e164, 5)) desc,
               l.until nulls first, l.e164
      limit 1 for no key update skip locked)
    update ringtrail.leases l set visit_id = p_visit, firm = p_firm, last_seen_at = p_now, until = p_until
    from rested r where l.account_id = p_account and l.number_id = r.number_id
    returning l.number_id, l.e164, r.until into number, e164, v_was;
    if found then
      delete from ringtrail.shares s where s.account_id = p_account and s.number_id = number and s.until <= p_free_since;
      how := case when v_was is null or v_was <= p_free_since then 'free' else 'resting' end;
      return;
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- The same for one of many: what is near differs from visit to visit, so these are served one by one.
create or replace function ringtrail.lend_near(p_account uuid, p_wish ringtrail.lend_wish) returns ringtrail.lent_now
language plpgsql as $$
declare
  v_first record;
begin
  v_first := ringtrail.lend_first_rested(p_account, p_wish.visit, p_wish.pool, to_jsonb(p_wish.slices),
                                         to_jsonb(p_wish.near), p_wish.firm, p_wish.at, p_wish.free_since, p_wish.until);
  return row(p_wish.nth, p_wish.place, p_wish.visit, p_wish.is_new, p_wish.pool, p_wish.at, p_wish.free_since,
             v_first.how, v_first.number, v_first.e164, p_wish.until)::ringtrail.lent_now;
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
  if p_is_new and not (p_plan ->> 'isReturning')::boolean then
    v_first := ringtrail.lend_first_rested(p_account, p_visit, v_pool, p_plan -> 'slices', coalesce(p_plan -> 'near', '[]'),
                                           v_firm, v_now, v_free_since, v_until);
    if v_first.how is not null then
      insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
      values (p_account, p_visit, v_pool, v_now, v_first.number, v_first.how, v_until) on conflict do nothing;
      return jsonb_build_object('how', v_first.how, 'number', v_first.number, 'e164', v_first.e164,
                                'until', (p_plan ->> 'until')::double precision);
    end if;
  end if;
  -- A number that was found is the proof that its pool is the account's; only now there may be none.
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
  -- Assigned: what PostgreSQL can work out as a plain expression is no statement of its own.
  v_account text := set_config('ringtrail.account', p_account::text, true);
  v_is_new boolean := ringtrail.keep_visit(p_account, p_visit);
  v_plan record;
  v_answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(p_plans)]);
begin
  if cardinality(v_answers) = 1 then
    return jsonb_build_array(ringtrail.lend_one(p_account, (p_visit ->> 'id')::uuid, v_is_new, p_plans -> 0));
  end if;
  for v_plan in
    select value, ordinality from jsonb_array_elements(p_plans) with ordinality order by value ->> 'pool', ordinality
  loop
    v_answers[v_plan.ordinality] := ringtrail.lend_one(p_account, (p_visit ->> 'id')::uuid, v_is_new, v_plan.value);
  end loop;
  return to_jsonb(v_answers);
end $$;
--> statement-breakpoint
alter function ringtrail.lend(uuid, jsonb, jsonb) set plan_cache_mode = force_generic_plan;
