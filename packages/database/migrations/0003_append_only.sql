-- The second wall: no role of the server may change a proof, an audit entry or an event, and neither may its owner by
-- accident.
create function ringtrail.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is refused: its rows are only ever added', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on ringtrail.consent_proofs
  for each statement execute function ringtrail.refuse_change();
create trigger append_only before update or delete or truncate on ringtrail.audit_log
  for each statement execute function ringtrail.refuse_change();
create trigger append_only before update or truncate on ringtrail.impressions
  for each statement execute function ringtrail.refuse_change();
