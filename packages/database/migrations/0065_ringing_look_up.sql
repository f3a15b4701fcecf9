CREATE INDEX "number_signs_copied" ON "ringtrail"."number_signs" USING btree ("account_id","number_id","at") WHERE "ringtrail"."number_signs"."kind" = 'copy';
--> statement-breakpoint
-- Milliseconds since 1970. The planner writes this into the statement that asks, as it does not with `extract` from a time
-- with time zone: that counts as dependent on a setting, so each value was a call, and went through `numeric`.
create or replace function ringtrail.ms(p_at timestamptz) returns double precision language sql immutable parallel safe
  return round(date_part('epoch', p_at - to_timestamp(0)) * 1000);
--> statement-breakpoint
-- As in 0040, but who copied the number is asked once for the number, as who tapped it is, and not once for each visit.
create or replace function ringtrail.holdings(p_account uuid, p_number uuid, p_rang_ms double precision,
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
             p_rang_ms - ringtrail.ms(a.at), p_rang_ms - ringtrail.ms(c.at),
             t.channel, t.source, t.medium, t.campaign, t.keyword, t.click_id, t.rule)
             order by i.shown_at desc), '[]')
    from ringtrail.impressions i
    join ringtrail.visits v on v.account_id = i.account_id and v.id = i.visit_id
    join ringtrail.touches t on t.account_id = i.account_id and t.visit_id = i.visit_id
    left join (select b.visit_id, max(b.at) as at from ringtrail.tel_taps b
               where b.account_id = p_account and b.number_id = p_number and b.at > v_since and b.at <= v_rang
               group by b.visit_id) a on a.visit_id = i.visit_id
    left join (select s.visit_id, max(s.at) as at from ringtrail.number_signs s
               where s.account_id = p_account and s.number_id = p_number and s.kind = 'copy'
                 and s.at > v_since and s.at <= v_rang
               group by s.visit_id) c on c.visit_id = i.visit_id
    where i.account_id = p_account and i.number_id = p_number and i.shown_at <= v_rang and i.shown_at > v_since);
end $$;
