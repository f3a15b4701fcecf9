import type { Sql } from "postgres";

/**
 * The question of an overview as anybody would write it in SQL, on the calls themselves: how many, how they went, by day
 * and channel, the ten largest of each list, the days before, and costs. Without bounds, which only make it slower.
 */
export async function bareOverview(sql: Sql, days: number): Promise<void> {
  await sql`
    select (c.rang_at at time zone 'UTC')::date as day, count(*),
           count(*) filter (where c.state ->> 'answeredAt' is not null) as answered,
           count(*) filter (where c.state ->> 'phase' = 'ended' and c.state ->> 'answeredAt' is null) as missed,
           count(*) filter (where c.returning_probability = 0) as first_time, sum(v.micros) as value
    from ringtrail.calls c left join ringtrail.call_values v on v.account_id = c.account_id and v.call_id = c.id
    where c.rang_at >= current_date - ${2 * days - 1}::int group by 1`;
  await sql`
    select (c.rang_at at time zone 'UTC')::date as day, k.touch ->> 'channel' as channel, sum(k.probability)
    from ringtrail.calls c join ringtrail.call_candidates k on k.account_id = c.account_id and k.call_id = c.id
    where c.rang_at >= current_date - ${days - 1}::int group by 1, 2`;
  for (const name of ["source", "keyword"]) {
    await sql`
      select k.touch ->> ${name} as name, sum(k.probability) as calls, sum(k.probability * v.micros) as value
      from ringtrail.calls c join ringtrail.call_candidates k on k.account_id = c.account_id and k.call_id = c.id
      left join ringtrail.call_values v on v.account_id = c.account_id and v.call_id = c.id
      where c.rang_at >= current_date - ${days - 1}::int group by 1 order by 2 desc limit 10`;
  }
  await sql`
    select w.landing ->> 'path' as name, sum(k.probability) as calls
    from ringtrail.calls c join ringtrail.call_candidates k on k.account_id = c.account_id and k.call_id = c.id
    join ringtrail.visits w on w.account_id = k.account_id and w.id = k.visit_id
    where c.rang_at >= current_date - ${days - 1}::int group by 1 order by 2 desc limit 10`;
  await sql`
    select source, medium, campaign, keyword, sum(micros) from ringtrail.ad_costs
    where day >= current_date - ${days - 1}::int group by 1, 2, 3, 4`;
}
