-- Stores a call with its first event unless the carrier's reference is known. Answers the id that counts.
create function ringtrail.ring(p_account uuid, p_call jsonb, p_state jsonb) returns jsonb language plpgsql as $$
declare
  v_id uuid;
  v_ref text := p_call ->> 'carrierRef';
  v_at timestamptz := ringtrail.moment((p_call ->> 'rangAt')::double precision);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into ringtrail.calls (account_id, id, connection_id, carrier_ref, number_id, site_id, rang_at, healed, state)
  values (p_account, (p_call ->> 'id')::uuid, (p_call ->> 'connection')::uuid, v_ref, (p_call ->> 'number')::uuid,
          (p_call ->> 'site')::uuid, v_at, (p_call ->> 'healed')::boolean, p_state)
  on conflict (account_id, connection_id, carrier_ref) do nothing
  returning id into v_id;
  if v_id is null then
    select c.id into v_id from ringtrail.calls c
    where c.account_id = p_account and c.connection_id = (p_call ->> 'connection')::uuid and c.carrier_ref = v_ref;
    return jsonb_build_object('id', v_id, 'isNew', false);
  end if;
  insert into ringtrail.call_events (account_id, call_id, kind, key, at, event)
  values (p_account, v_id, 'rang', v_ref, v_at,
          jsonb_build_object('kind', 'rang', 'key', v_ref, 'at', (p_call ->> 'rangAt')::double precision));
  return jsonb_build_object('id', v_id, 'isNew', true);
end $$;
--> statement-breakpoint
create function ringtrail.call_by_ref(p_account uuid, p_connection uuid, p_ref text) returns uuid language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select c.id from ringtrail.calls c
          where c.account_id = p_account and c.connection_id = p_connection and c.carrier_ref = p_ref);
end $$;
--> statement-breakpoint
-- Appends an event unless it is known, and answers all events of the call, which stays locked until the transaction
-- ends: the state that is folded from them is written before anybody else appends.
create function ringtrail.append_event(p_account uuid, p_call uuid, p_event jsonb) returns jsonb language plpgsql as $$
declare
  v_new integer;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform from ringtrail.calls c where c.account_id = p_account and c.id = p_call for no key update;
  if not found then raise exception 'the account has no such call' using errcode = 'foreign_key_violation'; end if;
  insert into ringtrail.call_events (account_id, call_id, kind, key, at, event)
  values (p_account, p_call, p_event ->> 'kind', p_event ->> 'key',
          ringtrail.moment((p_event ->> 'at')::double precision), p_event)
  on conflict do nothing;
  get diagnostics v_new = row_count;
  return jsonb_build_object('isNew', v_new > 0, 'events', (
    select jsonb_agg(e.event order by e.at, e.arrival) from ringtrail.call_events e
    where e.account_id = p_account and e.call_id = p_call));
end $$;
--> statement-breakpoint
-- Keeps a match in place of an earlier one.
create function ringtrail.save_match(p_account uuid, p_call uuid, p_match jsonb, p_source_touch jsonb) returns void
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  update ringtrail.calls c
  set match_kind = p_match ->> 'kind', confidence = (p_match ->> 'confidence')::double precision,
      returning_probability = (p_match ->> 'returning')::double precision,
      nobody_probability = (p_match ->> 'nobody')::double precision, model = p_match ->> 'model',
      source_touch = p_source_touch
  where c.account_id = p_account and c.id = p_call;
  if not found then raise exception 'the account has no such call' using errcode = 'foreign_key_violation'; end if;
  delete from ringtrail.call_candidates k where k.account_id = p_account and k.call_id = p_call;
  insert into ringtrail.call_candidates (account_id, call_id, rank, visit_id, probability, touch, factors)
  select p_account, p_call, ordinality, (value ->> 'visit')::uuid, (value ->> 'probability')::double precision,
         value -> 'touch', value -> 'factors'
  from jsonb_array_elements(p_match -> 'candidates') with ordinality;
end $$;
