CREATE TABLE "glass"."page_counts" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"page_group" text NOT NULL,
	"day" date NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "page_counts_account_id_site_id_kind_day_page_group_pk" PRIMARY KEY("account_id","site_id","kind","day","page_group")
);
--> statement-breakpoint
-- Page groups of clinics: how often their pages were opened and numbers on them tapped, by the day, until a period is over.
call ringtrail.guard_tenant('glass.page_counts');
--> statement-breakpoint
alter table glass.page_counts add constraint page_counts_kind check (kind in ('page', 'tap'));
--> statement-breakpoint
-- Adds one. Answers nothing: not even whether it is the first of its day.
create function glass.count_page(p_account uuid, p_site uuid, p_kind text, p_group text, p_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into glass.page_counts as c (account_id, site_id, kind, page_group, day, times)
  values (p_account, p_site, p_kind, p_group, p_day, 1)
  on conflict (account_id, site_id, kind, day, page_group) do update set times = c.times + 1;
end $$;
--> statement-breakpoint
-- What has waited from before a day, once and together; too little goes on waiting. Its days are forgotten.
create function glass.close_pages(p_account uuid, p_site uuid, p_kind text, p_before date, p_least integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_answer jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform pg_advisory_xact_lock(hashtextextended('glass ' || p_site, 0));
  select jsonb_build_object('firstDay', min(g.first_day), 'counted',
           jsonb_agg(jsonb_build_object('path', jsonb_build_array(g.page_group), 'calls', g.times) order by g.page_group))
  into v_answer
  from (select c.page_group, min(c.day) as first_day, sum(c.times)::integer as times from glass.page_counts c
        where c.account_id = p_account and c.site_id = p_site and c.kind = p_kind and c.day < p_before
        group by c.page_group) g
  having sum(g.times) >= greatest(p_least, 5);
  if v_answer is null then return null; end if;
  delete from glass.page_counts c
  where c.account_id = p_account and c.site_id = p_site and c.kind = p_kind and c.day < p_before;
  return v_answer;
end $$;
--> statement-breakpoint
revoke all on function glass.count_page(uuid, uuid, text, text, date),
  glass.close_pages(uuid, uuid, text, date, integer) from public;
grant execute on function glass.count_page(uuid, uuid, text, text, date),
  glass.close_pages(uuid, uuid, text, date, integer) to ringtrail_glass;
--> statement-breakpoint
-- As in 0051, and with a clinic's page groups.
create or replace function ringtrail.site_settings(p_site ringtrail.sites) returns jsonb language sql stable
return jsonb_build_object(
  'account', p_site.account_id, 'site', p_site.id, 'key', p_site.key, 'name', p_site.name, 'regime', p_site.regime,
  'origins', (select coalesce(jsonb_agg(o.origin order by o.origin), '[]') from ringtrail.site_origins o
              where o.account_id = p_site.account_id and o.site_id = p_site.id),
  'targets', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'e164', t.e164, 'label', t.label) order by t.id), '[]')
              from ringtrail.target_numbers t where t.account_id = p_site.account_id and t.site_id = p_site.id),
  'sources', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'e164', n.e164, 'target', n.target_id,
                                                           'touch', n.source_touch) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.pool_id is null
                and n.rests_until is null),
  'texting', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'takes', n.takes) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.takes <> '{}'
                and n.rests_until is null),
  'pools', (select coalesce(jsonb_agg(ringtrail.pool_settings(p) order by p.id), '[]') from ringtrail.pools p
            where p.account_id = p_site.account_id and p.site_id = p_site.id
              and not coalesce((p_site.flow ->> 'isHealthcare')::boolean, false)))
  || case when (p_site.flow ->> 'isHealthcare')::boolean
     then jsonb_build_object('isHealthcare', true,
                             'pageGroups', coalesce(p_site.flow -> 'healthcare' -> 'pageGroups', '[]'))
     else '{}' end;
