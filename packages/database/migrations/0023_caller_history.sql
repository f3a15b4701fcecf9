-- When this call's caller rang before, call by call, newest first.
create or replace function care.earlier_calls(p_account uuid, p_call uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('call', e.call_id, 'at', ringtrail.ms(e.rang_at))
                              order by e.rang_at desc), '[]')
    from (select other.call_id, other.rang_at from care.callers asked
          join care.callers other on other.account_id = asked.account_id and other.fingerprint = asked.fingerprint
          where asked.account_id = p_account and asked.call_id = p_call and other.call_id <> asked.call_id
            and other.rang_at <= asked.rang_at
          order by other.rang_at desc limit 50) e);
end $$;
--> statement-breakpoint
-- How many different people called since then and before this call.
create function care.callers_before(p_account uuid, p_call uuid, p_since_ms double precision) returns integer
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select count(distinct other.fingerprint)::integer
    from care.callers asked
    join care.callers other on other.account_id = asked.account_id
    where asked.account_id = p_account and asked.call_id = p_call and other.call_id <> asked.call_id
      and other.rang_at <= asked.rang_at and other.rang_at >= ringtrail.moment(p_since_ms));
end $$;
--> statement-breakpoint
-- Which of these calls rang the number, and how many calls did in the window.
create function ringtrail.rings_on(p_account uuid, p_number uuid, p_calls jsonb, p_from_ms double precision,
                                   p_before_ms double precision) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return jsonb_build_object(
    'these', (select coalesce(jsonb_agg(c.id), '[]') from ringtrail.calls c
              join jsonb_array_elements_text(p_calls) asked on c.id = asked::uuid
              where c.account_id = p_account and c.number_id = p_number),
    'inWindow', (select count(*) from ringtrail.calls c
                 where c.account_id = p_account and c.number_id = p_number
                   and c.rang_at >= ringtrail.moment(p_from_ms) and c.rang_at < ringtrail.moment(p_before_ms)));
end $$;
--> statement-breakpoint
-- Every visit that was shown the number within the window before the ring, newest first. Ages in milliseconds. A page
-- that was hidden counts as hidden until the visit is seen again. The region came with the landing.
create or replace function ringtrail.holdings(p_account uuid, p_number uuid, p_rang_ms double precision,
                                              p_window_ms double precision) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_rang timestamptz := ringtrail.moment(p_rang_ms);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'visit', v.id, 'touch', ringtrail.touch_json(t), 'device', v.device, 'region', v.landing -> 'region',
             'shownAgoMs', p_rang_ms - ringtrail.ms(i.shown_at),
             'seenAgoMs', greatest(0, p_rang_ms - ringtrail.ms(v.last_seen_at)),
             'hiddenAgoMs', case when v.hidden_at >= v.last_seen_at and v.hidden_at <= v_rang
                              then p_rang_ms - ringtrail.ms(v.hidden_at) end,
             'tappedAgoMs', (select p_rang_ms - ringtrail.ms(max(a.at)) from ringtrail.tel_taps a
                             where a.account_id = p_account and a.visit_id = v.id and a.number_id = p_number
                               and a.at <= v_rang),
             'copiedAgoMs', (select p_rang_ms - ringtrail.ms(max(s.at)) from ringtrail.number_signs s
                             where s.account_id = p_account and s.visit_id = v.id and s.number_id = p_number
                               and s.kind = 'copy' and s.at <= v_rang)))
             order by i.shown_at desc), '[]')
    from ringtrail.impressions i
    join ringtrail.visits v on v.account_id = i.account_id and v.id = i.visit_id
    join ringtrail.touches t on t.account_id = v.account_id and t.visit_id = v.id
    where i.account_id = p_account and i.number_id = p_number and i.shown_at <= v_rang
      and i.shown_at > ringtrail.moment(p_rang_ms - p_window_ms));
end $$;
