call ringtrail.guard_tenant('ringtrail.number_signs');
grant select, insert, delete on ringtrail.number_signs to ringtrail_api;
--> statement-breakpoint
-- Appends what the page reported. Every sign is a sign of life; none extends a lease.
create or replace function ringtrail.append_signs(p_account uuid, p_visit uuid, p_signs jsonb) returns boolean
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  update ringtrail.visits v
  set last_seen_at = greatest(v.last_seen_at, s.seen), hidden_at = greatest(v.hidden_at, s.hidden)
  from (select ringtrail.moment(max(coalesce(e -> 'page' ->> 'at', e ->> 'at')::double precision)) as seen,
               ringtrail.moment(max((e ->> 'at')::double precision) filter (where e ->> 'kind' = 'hidden')) as hidden
        from jsonb_array_elements(p_signs) e) s
  where v.account_id = p_account and v.id = p_visit;
  if not found then return false; end if;
  insert into ringtrail.page_views (account_id, visit_id, at, path, title)
  select p_account, p_visit, ringtrail.moment((e -> 'page' ->> 'at')::double precision), e -> 'page' ->> 'path',
         e -> 'page' ->> 'title'
  from jsonb_array_elements(p_signs) e where e ->> 'kind' = 'page'
  on conflict do nothing;
  insert into ringtrail.tel_taps (account_id, visit_id, number_id, at)
  select p_account, p_visit, (e ->> 'number')::uuid, ringtrail.moment((e ->> 'at')::double precision)
  from jsonb_array_elements(p_signs) e where e ->> 'kind' = 'tap'
  on conflict do nothing;
  insert into ringtrail.number_signs (account_id, visit_id, number_id, kind, at)
  select p_account, p_visit, (e ->> 'number')::uuid, e ->> 'kind', ringtrail.moment((e ->> 'at')::double precision)
  from jsonb_array_elements(p_signs) e where e ->> 'kind' in ('copy', 'seen')
  on conflict do nothing;
  return true;
end $$;
--> statement-breakpoint
-- Every visit that was shown the number within the window before the ring, newest first. Ages in milliseconds. A page
-- that was hidden counts as hidden until the visit is seen again.
create or replace function ringtrail.holdings(p_account uuid, p_number uuid, p_rang_ms double precision,
                                              p_window_ms double precision) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_rang timestamptz := ringtrail.moment(p_rang_ms);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'visit', v.id, 'touch', ringtrail.touch_json(t), 'device', v.device,
             'shownAgoMs', p_rang_ms - ringtrail.ms(i.shown_at),
             'seenAgoMs', greatest(0, p_rang_ms - ringtrail.ms(v.last_seen_at)),
             'hiddenAgoMs', case when v.hidden_at >= v.last_seen_at and v.hidden_at <= v_rang
                              then p_rang_ms - ringtrail.ms(v.hidden_at) end,
             'tappedAgoMs', (select p_rang_ms - ringtrail.ms(max(a.at)) from ringtrail.tel_taps a
                             where a.account_id = p_account and a.visit_id = v.id and a.number_id = p_number
                               and a.at <= v_rang),
             'copiedAgoMs', (select p_rang_ms - ringtrail.ms(max(s.at)) from ringtrail.number_signs s
                             where s.account_id = p_account and s.visit_id = v.id and s.number_id = p_number
                               and s.kind = 'copy' and s.at <= v_rang)))
             order by i.shown_at desc), '[]')
    from ringtrail.impressions i
    join ringtrail.visits v on v.account_id = i.account_id and v.id = i.visit_id
    join ringtrail.touches t on t.account_id = v.account_id and t.visit_id = v.id
    where i.account_id = p_account and i.number_id = p_number and i.shown_at <= v_rang
      and i.shown_at > ringtrail.moment(p_rang_ms - p_window_ms));
end $$;
--> statement-breakpoint
-- Deletes what is known of a visitor. Calls keep their credit under ids that lead nowhere. Leases are locked as lending
-- and signs of life lock them, so that none waits in a circle.
create or replace function ringtrail.forget_visitor(p_account uuid, p_visitor uuid) returns integer language plpgsql as $$
declare
  v_visits uuid[];
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_visits := array(select v.id from ringtrail.visits v
                    where v.account_id = p_account and v.visitor_id = p_visitor order by v.id for update);
  perform from ringtrail.leases l where l.account_id = p_account and l.visit_id = any (v_visits)
  order by l.pool_id, l.number_id for no key update;
  update ringtrail.leases l set visit_id = null, firm = false
  where l.account_id = p_account and l.visit_id = any (v_visits);
  delete from ringtrail.shares s where s.account_id = p_account and s.visit_id = any (v_visits);
  delete from ringtrail.impressions i where i.account_id = p_account and i.visit_id = any (v_visits);
  delete from ringtrail.tel_taps t where t.account_id = p_account and t.visit_id = any (v_visits);
  delete from ringtrail.number_signs n where n.account_id = p_account and n.visit_id = any (v_visits);
  delete from ringtrail.page_views p where p.account_id = p_account and p.visit_id = any (v_visits);
  delete from ringtrail.touches t where t.account_id = p_account and t.visit_id = any (v_visits);
  update ringtrail.call_candidates c set visit_id = gen_random_uuid()
  where c.account_id = p_account and c.visit_id = any (v_visits);
  delete from ringtrail.visits v where v.account_id = p_account and v.id = any (v_visits);
  return cardinality(v_visits);
end $$;
