CREATE TABLE "ringtrail"."forms" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"ref" text,
	"page" text,
	"visit_id" uuid,
	"touch" jsonb,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "forms_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."quiet_hours" (
	"account_id" uuid NOT NULL,
	"mailbox" text NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL,
	"time_zone" text NOT NULL,
	CONSTRAINT "quiet_hours_account_id_mailbox_pk" PRIMARY KEY("account_id","mailbox")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."forms" ADD CONSTRAINT "forms_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."quiet_hours" ADD CONSTRAINT "quiet_hours_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forms_sent" ON "ringtrail"."forms" USING btree ("account_id","sent_at");--> statement-breakpoint
CREATE INDEX "forms_visit" ON "ringtrail"."forms" USING btree ("account_id","visit_id");
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.forms');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.quiet_hours');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.forms, ringtrail.quiet_hours to ringtrail_api;
--> statement-breakpoint
-- Keeps a form with the visit that sent it, and tells the outbox in the same transaction. In healthcare mode nothing is
-- kept or told that ties what somebody wrote to what they read: no visit, no page, no id by which both could be found.
create function ringtrail.keep_form(p_account uuid, p_form jsonb) returns boolean language plpgsql as $$
declare
  v_id uuid := (p_form ->> 'id')::uuid;
  v_site uuid := (p_form ->> 'site')::uuid;
  v_at timestamptz := ringtrail.moment((p_form ->> 'sentAt')::double precision);
  v_site_name text;
  v_healthcare boolean;
  v_visit uuid;
  v_touch jsonb := p_form -> 'touch';
  v_about jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  select s.name, coalesce((s.flow ->> 'isHealthcare')::boolean, false) into v_site_name, v_healthcare
  from ringtrail.sites s where s.account_id = p_account and s.id = v_site;
  if not found then raise exception 'the account has no such site' using errcode = 'foreign_key_violation'; end if;
  select v.id, jsonb_strip_nulls(jsonb_build_object('channel', t.channel, 'source', t.source, 'medium', t.medium,
           'campaign', t.campaign, 'keyword', t.keyword, 'clickId', t.click_id, 'rule', t.rule))
  into v_visit, v_touch
  from ringtrail.visits v
  join ringtrail.touches t on t.account_id = v.account_id and t.visit_id = v.id
  where v.account_id = p_account and v.id = (p_form ->> 'visit')::uuid and v.site_id = v_site
  -- Whoever forgets the visitor at this moment waits, or has forgotten before.
  for key share of v;
  if not found then v_touch := p_form -> 'touch'; end if;
  if v_healthcare then
    v_visit := null;
    v_touch := v_touch - array['campaign', 'keyword', 'clickId'];
  end if;
  insert into ringtrail.forms (account_id, id, site_id, name, ref, page, visit_id, touch, sent_at)
  values (p_account, v_id, v_site, p_form ->> 'name', case when not v_healthcare then p_form ->> 'ref' end,
          case when not v_healthcare then p_form ->> 'page' end, v_visit, v_touch, v_at)
  on conflict (account_id, id) do nothing;
  if not found then return false; end if;
  v_about := jsonb_build_object('site', v_site, 'siteName', v_site_name, 'isHealthcare', v_healthcare);
  if v_healthcare then
    v_about := v_about || jsonb_build_object('channel', v_touch -> 'channel');
  else
    v_about := v_about || jsonb_build_object('name', p_form -> 'name', 'ref', p_form -> 'ref', 'page', p_form -> 'page',
      'visit', v_visit) || (coalesce(v_touch, '{}') - 'rule');
  end if;
  perform ringtrail.note_fact(p_account, v_id, 'form', 'sent', v_at, null, jsonb_strip_nulls(v_about));
  return true;
end $$;
--> statement-breakpoint
-- Visits that began since then and gave a sign of life, by site and clock hour.
create function ringtrail.visit_hours(p_account uuid, p_since_ms double precision) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('of', h.site_id, 'hour', ringtrail.ms(h.hour), 'count', h.visits)
                              order by h.hour, h.site_id), '[]')
    from (select v.site_id, date_trunc('hour', v.started_at, 'UTC') as hour, count(*) as visits
          from ringtrail.visits v
          where v.account_id = p_account and v.started_at >= ringtrail.moment(p_since_ms)
            and v.last_seen_at > v.started_at
          group by 1, 2) h);
end $$;
--> statement-breakpoint
-- Calls that rang since then, by number and clock hour. What another tracker took before says nothing of our numbers.
create function ringtrail.call_hours(p_account uuid, p_since_ms double precision) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('of', h.number_id, 'hour', ringtrail.ms(h.hour), 'count', h.calls)
                              order by h.hour, h.number_id), '[]')
    from (select c.number_id, date_trunc('hour', c.rang_at, 'UTC') as hour, count(*) as calls
          from ringtrail.calls c
          join ringtrail.connections n on n.account_id = c.account_id and n.id = c.connection_id
          where c.account_id = p_account and c.rang_at >= ringtrail.moment(p_since_ms) and n.carrier <> 'imported'
          group by 1, 2) h);
end $$;
--> statement-breakpoint
-- A form keeps its credit when the visitor is forgotten, as an order does; which visit it was is gone.
create or replace function ringtrail.forget_visitor(p_account uuid, p_visitor uuid) returns integer language plpgsql as $$
declare
  v_visits uuid[];
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_visits := array(select v.id from ringtrail.visits v
                    where v.account_id = p_account and v.visitor_id = p_visitor order by v.id for update);
  perform from ringtrail.leases l where l.account_id = p_account and l.visit_id = any (v_visits)
  order by l.pool_id, l.number_id for no key update;
  update ringtrail.leases l set visit_id = null, firm = false
  where l.account_id = p_account and l.visit_id = any (v_visits);
  delete from ringtrail.shares s where s.account_id = p_account and s.visit_id = any (v_visits);
  delete from ringtrail.impressions i where i.account_id = p_account and i.visit_id = any (v_visits);
  delete from ringtrail.tel_taps t where t.account_id = p_account and t.visit_id = any (v_visits);
  delete from ringtrail.number_signs n where n.account_id = p_account and n.visit_id = any (v_visits);
  delete from ringtrail.page_views p where p.account_id = p_account and p.visit_id = any (v_visits);
  delete from ringtrail.touches t where t.account_id = p_account and t.visit_id = any (v_visits);
  update ringtrail.call_candidates c set visit_id = gen_random_uuid()
  where c.account_id = p_account and c.visit_id = any (v_visits);
  update ringtrail.shop_orders o set visit_id = null where o.account_id = p_account and o.visit_id = any (v_visits);
  update ringtrail.forms f set visit_id = null where f.account_id = p_account and f.visit_id = any (v_visits);
  delete from ringtrail.visits v where v.account_id = p_account and v.id = any (v_visits);
  return cardinality(v_visits);
end $$;
