-- As in 0054, but every stretch of days is looked up by itself: joined the plain way, all lines of the account were read.
create or replace function ringtrail.paid_within(p_account uuid, p_sites uuid[], p_from date, p_to date)
returns table (source text, medium text, campaign text, keyword text, landing_path text, currency text,
               micros double precision, clicks double precision, impressions double precision)
language sql stable rows 1000
begin atomic
  with cover as materialized (select c.day, c.days, c.is_joined from ringtrail.cover_costs(p_account, p_from, p_to) c)
  select unnest(s.sources), unnest(s.mediums), unnest(s.campaigns), unnest(s.keywords), unnest(s.landing_paths), s.currency,
         unnest(s.micros), unnest(s.clicks), unnest(s.impressions)
  from cover c
  join ringtrail.cost_spans s on s.account_id = p_account and s.day = c.day and s.days = c.days
  where c.is_joined and s.site_id = any (p_sites)
  union all
  select b.source, b.medium, b.campaign, b.keyword, b.landing_path, b.currency, b.micros, b.clicks, b.impressions
  from cover c cross join lateral (
    select a.source, a.medium, a.campaign, a.keyword, a.landing_path, a.currency, a.micros, a.clicks, a.impressions
    from ringtrail.ad_costs a
    where a.account_id = p_account and a.site_id = any (p_sites) and a.day between c.day and c.day + c.days - 1
    offset 0) b
  where not c.is_joined;
end;
