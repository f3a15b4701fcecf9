-- Every visit that was shown the number within the window before the ring, newest first, each a list in the order
-- `read-holding.ts` reads it. Ages in milliseconds. As text and as lists: building a tree of named fields for each of
-- many visits, to write it out and read it again, took most of the time of a look-up.
drop function ringtrail.holdings(uuid, uuid, double precision, double precision);
create function ringtrail.holdings(p_account uuid, p_number uuid, p_rang_ms double precision,
                                   p_window_ms double precision) returns json
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_account text := set_config('ringtrail.account', p_account::text, true);
  v_rang timestamptz := ringtrail.moment(p_rang_ms);
  v_since timestamptz := ringtrail.moment(p_rang_ms - p_window_ms);
begin
  return (
    select coalesce(json_agg(json_build_array(
             v.id, v.device, v.landing -> 'region', p_rang_ms - ringtrail.ms(i.shown_at),
             greatest(0, p_rang_ms - ringtrail.ms(v.last_seen_at)),
             case when v.hidden_at >= v.last_seen_at and v.hidden_at <= v_rang
               then p_rang_ms - ringtrail.ms(v.hidden_at) end,
             p_rang_ms - ringtrail.ms(a.at),
             (select p_rang_ms - ringtrail.ms(max(s.at)) from ringtrail.number_signs s
              where s.account_id = p_account and s.visit_id = v.id and s.number_id = p_number
                and s.kind = 'copy' and s.at <= v_rang),
             t.channel, t.source, t.medium, t.campaign, t.keyword, t.click_id, t.rule)
             order by i.shown_at desc), '[]')
    from ringtrail.impressions i
    join ringtrail.visits v on v.account_id = i.account_id and v.id = i.visit_id
    join ringtrail.touches t on t.account_id = i.account_id and t.visit_id = i.visit_id
    left join (select b.visit_id, max(b.at) as at from ringtrail.tel_taps b
               where b.account_id = p_account and b.number_id = p_number and b.at > v_since and b.at <= v_rang
               group by b.visit_id) a on a.visit_id = i.visit_id
    where i.account_id = p_account and i.number_id = p_number and i.shown_at <= v_rang and i.shown_at > v_since);
end $$;
