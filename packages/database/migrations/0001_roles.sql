-- Three roles nobody can sign in as. The server assumes the first two; the third owns the look-ups that come before an
-- account is known. Roles belong to the whole cluster, so another database of it may have made them already.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['ringtrail_api', 'ringtrail_care', 'ringtrail_lookup'] loop
    if not exists (select from pg_roles where rolname = v_role) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', v_role);
      exception when duplicate_object or unique_violation then null; -- another migration was quicker
      end;
    end if;
    if not pg_has_role(current_user, v_role, 'usage') then
      execute format('grant %I to current_user', v_role);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create schema jobs;
--> statement-breakpoint
grant usage on schema ringtrail to ringtrail_api, ringtrail_care, ringtrail_lookup;
grant usage on schema care to ringtrail_care;
grant usage on schema auth to ringtrail_api;
-- The queue makes and changes its own tables.
grant usage, create on schema jobs to ringtrail_api;
--> statement-breakpoint
grant select, insert, update, delete on
  ringtrail.accounts, ringtrail.members, ringtrail.connections, ringtrail.sites, ringtrail.site_origins,
  ringtrail.target_numbers, ringtrail.pools, ringtrail.tracking_numbers, ringtrail.leases, ringtrail.shares,
  ringtrail.visits, ringtrail.touches, ringtrail.page_views, ringtrail.tel_taps, ringtrail.calls,
  ringtrail.call_candidates, ringtrail.api_keys, ringtrail.idempotency_keys
  to ringtrail_api;
-- Append-only; impressions leave only with their visitor.
grant select, insert on ringtrail.consent_proofs, ringtrail.audit_log, ringtrail.call_events to ringtrail_api;
grant select, insert, delete on ringtrail.impressions to ringtrail_api;
grant select, insert on ringtrail.key_check to ringtrail_api;
grant select, insert on ringtrail.account_keys to ringtrail_api, ringtrail_care;
grant select, insert, update, delete on care.callers, care.recordings, care.call_notes, care.transcripts
  to ringtrail_care;
grant select, insert, update, delete on all tables in schema auth to ringtrail_api;
--> statement-breakpoint
grant select on
  ringtrail.accounts, ringtrail.members, ringtrail.connections, ringtrail.sites, ringtrail.site_origins,
  ringtrail.target_numbers, ringtrail.pools, ringtrail.tracking_numbers, ringtrail.api_keys
  to ringtrail_lookup;
--> statement-breakpoint
-- Rows that change in place leave room on their page for the next version, so no index is touched.
alter table ringtrail.leases set (fillfactor = 60);
alter table ringtrail.visits set (fillfactor = 80);
alter table ringtrail.shares set (fillfactor = 60);
