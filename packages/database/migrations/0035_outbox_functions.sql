call ringtrail.guard_tenant('ringtrail.destinations');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.outbox');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.deliveries');
--> statement-breakpoint
-- A call as a destination is told of it. Of its candidates the first five: who reads it wants the likely ones.
create function ringtrail.call_told(p_account uuid, p_call uuid, p_more jsonb) returns jsonb language sql stable
return (
  select jsonb_strip_nulls(jsonb_build_object(
    'number', n.e164, 'site', c.site_id, 'siteName', s.name, 'rangAt', ringtrail.ms(c.rang_at), 'healed', c.healed,
    'match', case when c.match_kind is not null then jsonb_build_object(
      'kind', c.match_kind, 'confidence', c.confidence, 'returning', c.returning_probability,
      'nobody', c.nobody_probability, 'model', c.model, 'candidates', (
        select coalesce(jsonb_agg(jsonb_build_object('visit', k.visit_id, 'touch', k.touch, 'factors', '[]'::jsonb,
                                                     'probability', k.probability) order by k.rank), '[]')
        from ringtrail.call_candidates k where k.account_id = p_account and k.call_id = p_call and k.rank <= 5)) end,
    'sourceTouch', c.source_touch,
    'value', (select jsonb_build_object('micros', v.micros, 'currency', v.currency) from ringtrail.call_values v
              where v.account_id = p_account and v.call_id = p_call)))
    || jsonb_build_object('state', c.state, 'more', p_more,
                          'isHealthcare', coalesce((s.flow ->> 'isHealthcare')::boolean, false))
  from ringtrail.calls c
  join ringtrail.tracking_numbers n on n.account_id = c.account_id and n.id = c.number_id
  join ringtrail.sites s on s.account_id = c.account_id and s.id = c.site_id
  where c.account_id = p_account and c.id = p_call);
--> statement-breakpoint
-- Writes a fact down behind the others of its subject, and a delivery to every destination that wants it. A call stays
-- locked until the transaction ends, so its facts are numbered in the order in which they are seen.
create function ringtrail.note_fact(p_account uuid, p_subject uuid, p_kind text, p_key text, p_at timestamptz,
                                    p_call jsonb, p_about jsonb) returns boolean language plpgsql as $$
declare
  v_id uuid;
  v_sequence integer;
  v_new integer;
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp());
begin
  insert into ringtrail.outbox (account_id, id, subject, sequence, kind, key, at, call, about)
  select p_account, gen_random_uuid(), p_subject, coalesce(max(o.sequence), 0) + 1, p_kind, p_key, p_at, p_call, p_about
  from ringtrail.outbox o where o.account_id = p_account and o.subject = p_subject
  on conflict (account_id, subject, kind, key) do nothing
  returning id, sequence into v_id, v_sequence;
  if v_id is null then return false; end if;
  insert into ringtrail.deliveries (account_id, id, destination_id, fact_id, subject, sequence, why, state, created_at,
                                    due_at, tries_begun, tries)
  select p_account, gen_random_uuid(), d.id, v_id, p_subject, v_sequence, 'live', 'waiting', v_now, v_now, 0, '[]'
  from ringtrail.destinations d
  where d.account_id = p_account and d.is_on and p_kind = any (d.facts)
    and (d.site_id is null or d.site_id::text = coalesce(p_call ->> 'site', p_about ->> 'site'));
  get diagnostics v_new = row_count;
  if v_new > 0 then perform pg_notify('ringtrail_deliveries', ''); end if;
  return true;
end $$;
--> statement-breakpoint
create function ringtrail.note_call(p_account uuid, p_call uuid, p_kinds text[], p_at timestamptz) returns void
language plpgsql as $$
declare
  v_told jsonb := ringtrail.call_told(p_account, p_call, '{}');
  v_kind text;
begin
  foreach v_kind in array p_kinds loop
    perform ringtrail.note_fact(p_account, p_call, v_kind, null, p_at, v_told, '{}');
  end loop;
end $$;
--> statement-breakpoint
-- For who is not in the call's own transaction: what is stored on the care side, a form, an alarm. Repeats safely.
create function ringtrail.note_known_fact(p_account uuid, p_fact jsonb) returns boolean language plpgsql as $$
declare
  v_subject uuid := (p_fact ->> 'subject')::uuid;
  v_told jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform from ringtrail.calls c where c.account_id = p_account and c.id = v_subject for no key update;
  if found then v_told := ringtrail.call_told(p_account, v_subject, p_fact -> 'about'); end if;
  return ringtrail.note_fact(p_account, v_subject, p_fact ->> 'kind', p_fact ->> 'key',
                             ringtrail.moment((p_fact ->> 'at')::double precision), v_told, p_fact -> 'about');
end $$;
--> statement-breakpoint
-- As in 0008, and the outbox is told.
create or replace function ringtrail.ring(p_account uuid, p_call jsonb, p_state jsonb) returns jsonb language plpgsql as $$
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
  perform ringtrail.note_call(p_account, v_id, array['call.started'], v_at);
  return jsonb_build_object('id', v_id, 'isNew', true);
end $$;
--> statement-breakpoint
-- As in 0008, and the outbox is told when the credit is new or another one.
create or replace function ringtrail.save_match(p_account uuid, p_call uuid, p_match jsonb, p_source_touch jsonb)
returns void language plpgsql as $$
declare
  v_before jsonb;
  v_after jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform from ringtrail.calls c where c.account_id = p_account and c.id = p_call for no key update;
  if not found then raise exception 'the account has no such call' using errcode = 'foreign_key_violation'; end if;
  v_before := ringtrail.call_told(p_account, p_call, '{}');
  update ringtrail.calls c
  set match_kind = p_match ->> 'kind', confidence = (p_match ->> 'confidence')::double precision,
      returning_probability = (p_match ->> 'returning')::double precision,
      nobody_probability = (p_match ->> 'nobody')::double precision, model = p_match ->> 'model',
      source_touch = p_source_touch
  where c.account_id = p_account and c.id = p_call;
  delete from ringtrail.call_candidates k where k.account_id = p_account and k.call_id = p_call;
  insert into ringtrail.call_candidates (account_id, call_id, rank, visit_id, probability, touch, factors)
  select p_account, p_call, ordinality, (value ->> 'visit')::uuid, (value ->> 'probability')::double precision,
         value -> 'touch', value -> 'factors'
  from jsonb_array_elements(p_match -> 'candidates') with ordinality;
  v_after := ringtrail.call_told(p_account, p_call, '{}');
  if v_after is distinct from v_before then
    perform ringtrail.note_fact(p_account, p_call, 'call.credited', null, clock_timestamp(), v_after, '{}');
  end if;
end $$;
--> statement-breakpoint
-- Takes deliveries on for a while. Of one subject to one destination only the first that waits may go: a failing one
-- holds up its own subject and nothing else. What another process is taking is passed over.
create function ringtrail.claim_deliveries(p_account uuid, p_claim jsonb) returns jsonb language plpgsql as $$
declare
  v_now timestamptz := ringtrail.moment((p_claim ->> 'now')::double precision);
  v_until timestamptz := ringtrail.moment((p_claim ->> 'now')::double precision + (p_claim ->> 'leaseMs')::double precision);
  v_claimed jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  with picked as (
    select w.id
    from ringtrail.destinations t
    cross join lateral (
      select d.id from ringtrail.deliveries d
      where d.account_id = p_account and d.destination_id = t.id and d.state = 'waiting' and d.due_at <= v_now
        and (d.claimed_until is null or d.claimed_until <= v_now)
        and not exists (
          select from ringtrail.deliveries e
          where e.account_id = p_account and e.destination_id = t.id and e.subject = d.subject and e.state = 'waiting'
            and (e.sequence, e.created_at, e.id) < (d.sequence, d.created_at, d.id))
      order by d.due_at, d.created_at, d.id
      limit greatest(0, case when t.failures > 0 then 1 else (p_claim ->> 'mostEach')::integer end
                        - coalesce((p_claim -> 'busy' ->> t.id::text)::integer, 0))
      for update of d skip locked) w
    where t.account_id = p_account and t.is_on and (t.rest_until is null or t.rest_until <= v_now)
    limit (p_claim ->> 'most')::integer
  ), taken as (
    update ringtrail.deliveries d set claimed_until = v_until, tries_begun = d.tries_begun + 1
    from picked p where d.account_id = p_account and d.id = p.id
    returning d.*
  )
  select jsonb_agg(jsonb_build_object(
      'id', t.id, 'destination', t.destination_id, 'why', t.why, 'createdAt', ringtrail.ms(t.created_at),
      'triesBefore', t.tries_begun - 1,
      'fact', jsonb_build_object('id', o.id, 'kind', o.kind, 'subject', o.subject, 'sequence', o.sequence,
                                 'at', ringtrail.ms(o.at), 'call', o.call, 'about', o.about))
    order by t.due_at, t.created_at, t.id)
  into v_claimed
  from taken t join ringtrail.outbox o on o.account_id = p_account and o.id = t.fact_id;
  return coalesce(v_claimed, '[]');
end $$;
--> statement-breakpoint
-- Writes down what came of deliveries, and how their destinations are. One that is well again after an outage gets
-- everything at once that waited because of it.
create function ringtrail.settle_deliveries(p_account uuid, p_now_ms double precision, p_settled jsonb) returns void
language plpgsql as $$
declare
  v_now timestamptz := ringtrail.moment(p_now_ms);
  v_health record;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  update ringtrail.deliveries d
  set state = s.state, claimed_until = null, due_at = coalesce(ringtrail.moment(s."dueAt"), d.due_at),
      request = coalesce(s.request, d.request),
      tries = case when s.tried is null then d.tries else d.tries || jsonb_build_array(s.tried) end,
      tries_begun = case when s.tried is null and s.state = 'waiting' then d.tries_begun - 1 else d.tries_begun end
  from jsonb_to_recordset(p_settled) as s(id uuid, state text, "dueAt" double precision, request text, tried jsonb)
  where d.account_id = p_account and d.id = s.id and d.state = 'waiting';
  -- What comes after one that must be tried again waits with it.
  update ringtrail.deliveries d set due_at = ringtrail.moment(s."dueAt")
  from jsonb_to_recordset(p_settled) as s(id uuid, state text, "dueAt" double precision)
  join ringtrail.deliveries f on f.account_id = p_account and f.id = s.id
  where s.state = 'waiting' and s."dueAt" is not null
    and d.account_id = p_account and d.destination_id = f.destination_id and d.subject = f.subject
    and d.state = 'waiting' and d.sequence > f.sequence and d.due_at < ringtrail.moment(s."dueAt");
  for v_health in
    select s.destination, bool_or(s."isWell") as is_well, max(s."restUntil") as rest_ms
    from jsonb_to_recordset(p_settled) as s(destination uuid, "isWell" boolean, "restUntil" double precision)
    where s."isWell" is not null group by s.destination order by s.destination
  loop
    if v_health.is_well then
      if exists (select from ringtrail.destinations t
                 where t.account_id = p_account and t.id = v_health.destination and t.failures >= 3 for update) then
        update ringtrail.deliveries d set due_at = v_now
        where d.account_id = p_account and d.destination_id = v_health.destination and d.state = 'waiting'
          and d.due_at > v_now and d.claimed_until is null;
      end if;
      update ringtrail.destinations t set failures = 0, failing_since = null, rest_until = null
      where t.account_id = p_account and t.id = v_health.destination and t.failures > 0;
    else
      update ringtrail.destinations t
      set failures = t.failures + 1, failing_since = coalesce(t.failing_since, v_now),
          rest_until = ringtrail.moment(v_health.rest_ms)
      where t.account_id = p_account and t.id = v_health.destination;
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- Which accounts have something to send now, and when something is due that is not due yet.
create function ringtrail.deliveries_due(p_now_ms double precision) returns jsonb
language sql stable security definer set search_path = ''
return (
  with waiting as (
    select d.account_id, greatest(d.due_at, d.claimed_until, t.rest_until) as at
    from ringtrail.deliveries d
    join ringtrail.destinations t on t.account_id = d.account_id and t.id = d.destination_id
    where d.state = 'waiting' and t.is_on)
  select jsonb_build_object(
    'accounts', (select coalesce(jsonb_agg(distinct w.account_id), '[]') from waiting w
                 where w.at <= ringtrail.moment(p_now_ms)),
    'nextAt', (select ringtrail.ms(min(w.at)) from waiting w where w.at > ringtrail.moment(p_now_ms))));
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.destinations, ringtrail.outbox, ringtrail.deliveries to ringtrail_api;
grant select on ringtrail.destinations, ringtrail.deliveries to ringtrail_lookup;
create policy lookup on ringtrail.destinations for select to ringtrail_lookup using (true);
create policy lookup on ringtrail.deliveries for select to ringtrail_lookup using (true);
--> statement-breakpoint
-- The look-up belongs to the role that may only look; making it the owner takes being a member of it for this moment.
do $$
begin
  if not pg_has_role(current_user, 'ringtrail_lookup', 'usage') then
    execute 'grant ringtrail_lookup to current_user';
  end if;
end $$;
--> statement-breakpoint
grant create on schema ringtrail to ringtrail_lookup;
alter function ringtrail.deliveries_due(double precision) owner to ringtrail_lookup;
revoke create on schema ringtrail from ringtrail_lookup;
revoke all on function ringtrail.deliveries_due(double precision) from public;
grant execute on function ringtrail.deliveries_due(double precision) to ringtrail_api;
--> statement-breakpoint
do $$
begin
  execute format('revoke ringtrail_lookup from %I', current_user);
exception when insufficient_privilege then null;
end $$;
