-- Signs of life of many visits of one account: their leases become firm and last longer, also one that ran out and that
-- nobody took. A mere heartbeat leaves a provisional lease as it is. Answers in the order of the signs whether the visit
-- still holds or shares a number; a visit is named once.
drop function ringtrail.renew(uuid, uuid, double precision, double precision, boolean);
--> statement-breakpoint
create function ringtrail.renew_together(p_account uuid, p_signs jsonb) returns jsonb language plpgsql as $$
declare
  v_visits uuid[] := array(select (e ->> 'visit')::uuid from jsonb_array_elements(p_signs) e);
  v_numbers uuid[];
  v_until timestamptz[] := array(select ringtrail.moment((e ->> 'until')::double precision)
                                 from jsonb_array_elements(p_signs) with ordinality e (e, nth) order by nth);
  v_now timestamptz[] := array(select ringtrail.moment((e ->> 'now')::double precision)
                               from jsonb_array_elements(p_signs) with ordinality e (e, nth) order by nth);
  v_any boolean[] := array(select not coalesce((e ->> 'onlyIfFirm')::boolean, false)
                           from jsonb_array_elements(p_signs) with ordinality e (e, nth) order by nth);
  v_holders uuid[];
  v_sharers uuid[];
begin
  perform set_config('ringtrail.account', p_account::text, true);
  -- Visits by their ids, then numbers as lending locks them, so that nobody waits in a circle.
  perform from ringtrail.visits v where v.account_id = p_account and v.id = any (v_visits)
  order by v.id for no key update;
  update ringtrail.visits v set last_seen_at = greatest(v.last_seen_at, s.now)
  from unnest(v_visits, v_now) s (visit, now)
  where v.account_id = p_account and v.id = s.visit and v.last_seen_at < s.now;
  v_numbers := array(select distinct i.number_id from ringtrail.impressions i
                     where i.account_id = p_account and i.visit_id = any (v_visits) and i.number_id is not null);
  -- A row that stays as it is is not locked: lending passes over locked rows, and this one may be free.
  perform from ringtrail.leases l join unnest(v_visits, v_any) s (visit, may_firm) on s.visit = l.visit_id
  where l.account_id = p_account and l.number_id = any (v_numbers) and (l.firm or s.may_firm)
  order by l.pool_id, l.number_id for no key update of l;
  update ringtrail.leases l set firm = true, last_seen_at = s.now, until = greatest(l.until, s.until)
  from unnest(v_visits, v_now, v_until, v_any) s (visit, now, until, may_firm)
  where l.account_id = p_account and l.number_id = any (v_numbers) and l.visit_id = s.visit and (l.firm or s.may_firm);
  v_holders := array(select l.visit_id from ringtrail.leases l
                     where l.account_id = p_account and l.number_id = any (v_numbers) and l.visit_id = any (v_visits));
  with renewed as (
    update ringtrail.shares h set until = greatest(h.until, s.until) from unnest(v_visits, v_until) s (visit, until)
    where h.account_id = p_account and h.visit_id = s.visit
    returning h.visit_id)
  select array_agg(renewed.visit_id) into v_sharers from renewed;
  return (select coalesce(jsonb_agg(s.visit = any (v_holders) or s.visit = any (coalesce(v_sharers, '{}')) order by s.nth), '[]')
          from unnest(v_visits) with ordinality s (visit, nth));
end $$;
--> statement-breakpoint
alter function ringtrail.renew_together(uuid, jsonb) set plan_cache_mode = force_generic_plan;
