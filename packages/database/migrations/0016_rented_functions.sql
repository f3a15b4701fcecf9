grant select, insert, update on ringtrail.number_orders, ringtrail.number_limits to ringtrail_api;
call ringtrail.guard_tenant('ringtrail.number_orders');
call ringtrail.guard_tenant('ringtrail.number_limits');
--> statement-breakpoint
-- A number that was given back leads nowhere: null is no route.
create or replace function ringtrail.route(p_number ringtrail.tracking_numbers, p_site ringtrail.sites) returns jsonb
language sql stable
return case when p_number.released_at is null then jsonb_strip_nulls(jsonb_build_object(
  'account', p_number.account_id, 'connection', p_number.connection_id, 'number', p_number.id, 'e164', p_number.e164,
  'site', p_number.site_id, 'pool', p_number.pool_id, 'sourceTouch', p_number.source_touch, 'flow', p_site.flow,
  'businessPlaces', p_site.business_places)) end;
--> statement-breakpoint
-- A resting number is no part of its pool and no source any more; its calls still have their route.
create or replace function ringtrail.pool_settings(p_pool ringtrail.pools) returns jsonb language sql stable
return jsonb_build_object(
  'id', p_pool.id, 'account', p_pool.account_id, 'site', p_pool.site_id, 'target', p_pool.target_id,
  'exclusive', p_pool.exclusive, 'provisionalMs', p_pool.provisional_ms, 'graceMs', p_pool.grace_ms,
  'restMs', p_pool.rest_ms,
  'slices', (select coalesce(jsonb_agg(s.slice order by s.slice), '[]')
             from (select distinct n.slice from ringtrail.tracking_numbers n
                   where n.account_id = p_pool.account_id and n.pool_id = p_pool.id and n.rests_until is null) s));
--> statement-breakpoint
create or replace function ringtrail.site_settings(p_site ringtrail.sites) returns jsonb language sql stable
return jsonb_build_object(
  'account', p_site.account_id, 'site', p_site.id, 'key', p_site.key, 'name', p_site.name, 'regime', p_site.regime,
  'origins', (select coalesce(jsonb_agg(o.origin order by o.origin), '[]') from ringtrail.site_origins o
              where o.account_id = p_site.account_id and o.site_id = p_site.id),
  'targets', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'e164', t.e164, 'label', t.label) order by t.id), '[]')
              from ringtrail.target_numbers t where t.account_id = p_site.account_id and t.site_id = p_site.id),
  'sources', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'e164', n.e164, 'target', n.target_id,
                                                           'touch', n.source_touch) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.pool_id is null
                and n.rests_until is null),
  'pools', (select coalesce(jsonb_agg(ringtrail.pool_settings(p) order by p.id), '[]') from ringtrail.pools p
            where p.account_id = p_site.account_id and p.site_id = p_site.id));
--> statement-breakpoint
-- Every number in use with its lease and how many others are shown it now.
create or replace function ringtrail.number_states(p_account uuid, p_now_ms double precision) returns jsonb
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'number', n.id, 'e164', n.e164, 'pool', n.pool_id,
             'slice', coalesce(n.slice, n.source_touch ->> 'channel'),
             'sharers', (select count(*) from ringtrail.shares s
                         where s.account_id = p_account and s.number_id = n.id
                           and s.visit_id is distinct from l.visit_id and s.until > ringtrail.moment(p_now_ms)),
             'lease', jsonb_build_object(
               'number', n.id, 'visit', l.visit_id, 'firm', coalesce(l.firm, false),
               'lastSeenAt', ringtrail.ms(l.last_seen_at), 'until', ringtrail.ms(l.until))))
             order by n.e164), '[]')
    from ringtrail.tracking_numbers n
    left join ringtrail.leases l on l.account_id = n.account_id and l.number_id = n.id
    where n.account_id = p_account and n.rests_until is null);
end $$;
--> statement-breakpoint
-- How long the account's calls since a moment lasted together, in milliseconds.
create function ringtrail.called_ms(p_account uuid, p_since_ms double precision) returns double precision
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select coalesce(sum((c.state ->> 'lengthMs')::double precision), 0) from ringtrail.calls c
          where c.account_id = p_account and c.rang_at >= ringtrail.moment(p_since_ms));
end $$;
