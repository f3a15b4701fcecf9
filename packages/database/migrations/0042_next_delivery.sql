CREATE INDEX "deliveries_next" ON "ringtrail"."deliveries" USING btree ("account_id","destination_id","due_at","created_at","id") WHERE "ringtrail"."deliveries"."state" = 'waiting';
--> statement-breakpoint
-- As in the outbox's functions, and it keeps its pace when ten thousand deliveries wait.
create or replace function ringtrail.claim_deliveries(p_account uuid, p_claim jsonb) returns jsonb language plpgsql
-- Thousands may have been written a moment ago, of which no statistics know yet: the way is always along the indexes,
-- in their order, and ends when enough are found.
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_sort = off
as $$
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
        -- One look by its subject for each that is taken. As a "not exists" it would be joined, and each look would go
        -- over all that waits.
        and coalesce((
          select false from ringtrail.deliveries e
          where e.account_id = p_account and e.destination_id = t.id and e.subject = d.subject and e.state = 'waiting'
            and (e.sequence, e.created_at, e.id) < (d.sequence, d.created_at, d.id)
          limit 1), true)
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
