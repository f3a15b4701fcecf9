-- Milliseconds since 1970, as the code counts, to and from a moment.
create function ringtrail.moment(p_ms double precision) returns timestamptz(3) language sql immutable parallel safe
  return to_timestamp(p_ms / 1000.0);
create function ringtrail.ms(p_at timestamptz) returns double precision language sql immutable parallel safe
  return round(extract(epoch from p_at) * 1000)::double precision;
--> statement-breakpoint
-- A pool with the slices its numbers give it.
create function ringtrail.pool_settings(p_pool ringtrail.pools) returns jsonb language sql stable
return jsonb_build_object(
  'id', p_pool.id, 'account', p_pool.account_id, 'site', p_pool.site_id, 'target', p_pool.target_id,
  'exclusive', p_pool.exclusive, 'provisionalMs', p_pool.provisional_ms, 'graceMs', p_pool.grace_ms,
  'restMs', p_pool.rest_ms,
  'slices', (select coalesce(jsonb_agg(s.slice order by s.slice), '[]')
             from (select distinct n.slice from ringtrail.tracking_numbers n
                   where n.account_id = p_pool.account_id and n.pool_id = p_pool.id) s));
--> statement-breakpoint
-- A site with everything the public doors need.
create function ringtrail.site_settings(p_site ringtrail.sites) returns jsonb language sql stable
return jsonb_build_object(
  'account', p_site.account_id, 'site', p_site.id, 'key', p_site.key, 'name', p_site.name, 'regime', p_site.regime,
  'origins', (select coalesce(jsonb_agg(o.origin order by o.origin), '[]') from ringtrail.site_origins o
              where o.account_id = p_site.account_id and o.site_id = p_site.id),
  'targets', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'e164', t.e164, 'label', t.label) order by t.id), '[]')
              from ringtrail.target_numbers t where t.account_id = p_site.account_id and t.site_id = p_site.id),
  'sources', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'e164', n.e164, 'target', n.target_id,
                                                           'touch', n.source_touch) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.pool_id is null),
  'pools', (select coalesce(jsonb_agg(ringtrail.pool_settings(p) order by p.id), '[]') from ringtrail.pools p
            where p.account_id = p_site.account_id and p.site_id = p_site.id));
--> statement-breakpoint
-- Where a ringing number leads.
create function ringtrail.route(p_number ringtrail.tracking_numbers, p_site ringtrail.sites) returns jsonb
language sql stable
return jsonb_strip_nulls(jsonb_build_object(
  'account', p_number.account_id, 'connection', p_number.connection_id, 'number', p_number.id, 'e164', p_number.e164,
  'site', p_number.site_id, 'pool', p_number.pool_id, 'sourceTouch', p_number.source_touch, 'flow', p_site.flow,
  'businessPlaces', p_site.business_places));
--> statement-breakpoint
create function ringtrail.site_by_key(p_key text) returns jsonb
language sql stable security definer set search_path = ''
return (select ringtrail.site_settings(s) from ringtrail.sites s where s.key = p_key);
--> statement-breakpoint
-- No look-up: it runs inside the account.
create function ringtrail.sites_of(p_account uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select coalesce(jsonb_agg(ringtrail.site_settings(s)), '[]') from ringtrail.sites s
          where s.account_id = p_account);
end $$;
--> statement-breakpoint
-- The secret stays sealed; the wrapped key to it is read inside the account.
create function ringtrail.connection_by_id(p_id uuid) returns setof ringtrail.connections
language sql stable rows 1 security definer set search_path = ''
begin atomic
  select * from ringtrail.connections c where c.id = p_id;
end;
--> statement-breakpoint
create function ringtrail.route_by_number(p_connection uuid, p_dialled text) returns jsonb
language sql stable security definer set search_path = ''
return (select ringtrail.route(n, s)
        from ringtrail.connections c
        join ringtrail.tracking_numbers n
          on n.account_id = c.account_id and n.connection_id = c.id and n.e164 = p_dialled
        join ringtrail.sites s on s.account_id = n.account_id and s.id = n.site_id
        where c.id = p_connection);
--> statement-breakpoint
create function ringtrail.all_routes() returns setof jsonb
language sql stable security definer set search_path = ''
begin atomic
  select ringtrail.route(n, s) from ringtrail.tracking_numbers n
  join ringtrail.sites s on s.account_id = n.account_id and s.id = n.site_id;
end;
--> statement-breakpoint
create function ringtrail.api_key_by_hash(p_sha256 text, p_now_ms double precision) returns setof ringtrail.api_keys
language sql stable rows 1 security definer set search_path = ''
begin atomic
  select * from ringtrail.api_keys k
  where k.secret_sha256 = p_sha256 and (k.expires_at is null or k.expires_at > ringtrail.moment(p_now_ms));
end;
--> statement-breakpoint
create function ringtrail.membership_of(p_user text) returns setof ringtrail.members
language sql stable rows 1 security definer set search_path = ''
begin atomic
  select * from ringtrail.members m where m.user_id = p_user order by m.account_id limit 1;
end;
--> statement-breakpoint
create function ringtrail.all_accounts() returns setof ringtrail.accounts
language sql stable security definer set search_path = ''
begin atomic
  select * from ringtrail.accounts a order by a.created_at, a.account_id;
end;
--> statement-breakpoint
create function ringtrail.account_by_name(p_name text) returns uuid
language sql stable security definer set search_path = ''
return (select a.account_id from ringtrail.accounts a where a.name = p_name);
--> statement-breakpoint
-- They run with the rights of a role that may read these tables and do nothing else. Making it their owner takes the
-- right to create in the schema, for this moment only.
grant create on schema ringtrail to ringtrail_lookup;
alter function ringtrail.site_by_key(text) owner to ringtrail_lookup;
alter function ringtrail.connection_by_id(uuid) owner to ringtrail_lookup;
alter function ringtrail.route_by_number(uuid, text) owner to ringtrail_lookup;
alter function ringtrail.all_routes() owner to ringtrail_lookup;
alter function ringtrail.api_key_by_hash(text, double precision) owner to ringtrail_lookup;
alter function ringtrail.membership_of(text) owner to ringtrail_lookup;
alter function ringtrail.all_accounts() owner to ringtrail_lookup;
alter function ringtrail.account_by_name(text) owner to ringtrail_lookup;
revoke create on schema ringtrail from ringtrail_lookup;
--> statement-breakpoint
do $$
declare
  v_function regprocedure;
begin
  for v_function in select oid::regprocedure from pg_proc where pronamespace = 'ringtrail'::regnamespace and prosecdef
  loop
    execute format('revoke all on function %s from public', v_function);
    execute format('grant execute on function %s to ringtrail_api', v_function);
  end loop;
end $$;
--> statement-breakpoint
-- A member of a role is held by that role's policies too, so the tables' owner leaves it again. A later migration that
-- changes a look-up joins it first. Where an administrator made the roles, leaving is the administrator's to do.
do $$
begin
  execute format('revoke ringtrail_lookup from %I', current_user);
exception when insufficient_privilege then null;
end $$;
