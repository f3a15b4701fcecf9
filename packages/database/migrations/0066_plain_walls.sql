-- As in 0002, without a statement of its own inside each policy. Such a statement was walked through, locked and started for
-- every statement on these tables, a fifteenth of what the database does for a lend. The function is written into the policy
-- by the planner and read once a statement wherever the account is asked for by its key, as all that pages and calls wait
-- for does; elsewhere once a row. So only the tables of a lend are walled this way.
do $$
declare
  v_table regclass;
begin
  foreach v_table in array array[
    'ringtrail.visits', 'ringtrail.touches', 'ringtrail.page_views', 'ringtrail.impressions', 'ringtrail.leases',
    'ringtrail.shares', 'ringtrail.sites']::regclass[]
  loop
    execute format(
      'alter policy tenant on %s using (account_id = ringtrail.current_account())
         with check (account_id = ringtrail.current_account())', v_table);
  end loop;
end $$;
