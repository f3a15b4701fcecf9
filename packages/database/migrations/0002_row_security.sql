-- The account a statement works for; null outside of one, which fits no row.
create function ringtrail.current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('ringtrail.account', true), '')::uuid;
--> statement-breakpoint
-- Every tenant table is shut this way, its owner included. Later migrations call it for their new tables.
create procedure ringtrail.guard_tenant(p_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format(
    'create policy tenant on %s using (account_id = (select ringtrail.current_account()))
       with check (account_id = (select ringtrail.current_account()))', p_table);
end $$;
--> statement-breakpoint
revoke all on procedure ringtrail.guard_tenant(regclass) from public;
--> statement-breakpoint
do $$
declare
  v_table regclass;
begin
  for v_table in
    select format('%I.%I', table_schema, table_name)::regclass
    from information_schema.columns
    where table_schema in ('ringtrail', 'care') and column_name = 'account_id'
  loop
    call ringtrail.guard_tenant(v_table);
  end loop;
end $$;
--> statement-breakpoint
-- Each side sees its own keys only.
create policy marketing_side on ringtrail.account_keys as restrictive to ringtrail_api
  using (purpose = 'secrets') with check (purpose = 'secrets');
create policy care_side on ringtrail.account_keys as restrictive to ringtrail_care
  using (purpose in ('care', 'recordings')) with check (purpose in ('care', 'recordings'));
--> statement-breakpoint
-- Site key, connection, API key or person to account: read by the owner of the look-ups (0004) and by nobody else.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['accounts', 'members', 'connections', 'sites', 'site_origins', 'target_numbers',
                                 'pools', 'tracking_numbers', 'api_keys']
  loop
    execute format('create policy lookup on ringtrail.%I for select to ringtrail_lookup using (true)', v_table);
  end loop;
end $$;
