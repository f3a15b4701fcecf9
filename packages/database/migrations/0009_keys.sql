-- Answers an account's wrapped data key for one purpose; the offered one is kept when there is none yet.
create function ringtrail.account_key(p_account uuid, p_purpose text, p_offered bytea) returns bytea
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into ringtrail.account_keys (account_id, purpose, wrapped) values (p_account, p_purpose, p_offered)
  on conflict do nothing;
  return (select k.wrapped from ringtrail.account_keys k where k.account_id = p_account and k.purpose = p_purpose);
end $$;
--> statement-breakpoint
-- Who called, kept once. Rows are sealed before they come here.
create function care.save_caller(p_account uuid, p_call uuid, p_rang_ms double precision, p_fingerprint bytea,
                                 p_number bytea, p_name bytea) returns void language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into care.callers (account_id, call_id, rang_at, fingerprint, number_sealed, name_sealed)
  values (p_account, p_call, ringtrail.moment(p_rang_ms), p_fingerprint, p_number, p_name)
  on conflict do nothing;
end $$;
--> statement-breakpoint
-- When this call's caller rang before, newest first.
create function care.earlier_calls(p_account uuid, p_call uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(ringtrail.ms(e.rang_at) order by e.rang_at desc), '[]')
    from (select other.rang_at from care.callers asked
          join care.callers other on other.account_id = asked.account_id and other.fingerprint = asked.fingerprint
          where asked.account_id = p_account and asked.call_id = p_call and other.call_id <> asked.call_id
            and other.rang_at <= asked.rang_at
          order by other.rang_at desc limit 50) e);
end $$;
