-- Visits that came for numbers since then and gave a sign of life, by pool, hour and channel; each once per pool.
create function ringtrail.arrivals(p_account uuid, p_since_ms double precision) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
             'pool', a.pool_id, 'hour', ringtrail.ms(a.hour), 'channel', a.channel, 'visits', a.visits,
             'stayMs', a.stay) order by a.hour, a.channel), '[]')
    from (select c.pool_id, c.channel, date_trunc('hour', c.started_at, 'UTC') as hour, count(*) as visits,
                 sum(ringtrail.ms(c.last_seen_at) - ringtrail.ms(c.started_at)) as stay
          from (select distinct v.id, i.pool_id, t.channel, v.started_at, v.last_seen_at
                from ringtrail.visits v
                join ringtrail.touches t on t.account_id = v.account_id and t.visit_id = v.id
                join ringtrail.impressions i on i.account_id = v.account_id and i.visit_id = v.id
                where v.account_id = p_account and v.started_at >= ringtrail.moment(p_since_ms)
                  and v.last_seen_at > v.started_at) c
          group by 1, 2, 3) a);
end $$;
