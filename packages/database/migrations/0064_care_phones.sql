CREATE TABLE "care"."phones" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "phones_account_id_site_id_e164_pk" PRIMARY KEY("account_id","site_id","e164")
);
--> statement-breakpoint
ALTER TABLE "care"."phones" ADD CONSTRAINT "phones_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "care_phones_id" ON "care"."phones" USING btree ("account_id","id");
--> statement-breakpoint
-- What the audit log tells of a clinic's phones, which lies on the marketing side, are these ids and no digit.
call ringtrail.guard_tenant('care.phones');
grant select, insert, update, delete on care.phones to ringtrail_care;
--> statement-breakpoint
-- A clinic may be called after one specialist: its name stands in no row beside a call. Nor does its call's state, whoever
-- hands one over: what was pressed in a menu says what for.
create or replace function ringtrail.note_healthcare_call(p_account uuid, p_call uuid, p_site uuid, p_kind text,
                                                          p_rang_ms double precision, p_state jsonb) returns boolean
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return ringtrail.note_fact(p_account, p_call, p_kind, 'healthcare', ringtrail.moment(p_rang_ms),
    jsonb_build_object('site', p_site, 'siteName', '', 'rangAt', p_rang_ms, 'healed', false,
                       'isHealthcare', true, 'state', '{}'::jsonb, 'more', '{}'::jsonb), '{}');
end $$;
--> statement-breakpoint
-- Nor beside a form.
create or replace function ringtrail.keep_form(p_account uuid, p_form jsonb) returns boolean language plpgsql as $$
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
  v_about := jsonb_build_object('site', v_site, 'isHealthcare', v_healthcare);
  if v_healthcare then
    v_about := v_about || jsonb_build_object('channel', v_touch -> 'channel');
  else
    v_about := v_about || jsonb_build_object('siteName', v_site_name, 'name', p_form -> 'name', 'ref', p_form -> 'ref',
      'page', p_form -> 'page', 'visit', v_visit) || (coalesce(v_touch, '{}') - 'rule');
  end if;
  perform ringtrail.note_fact(p_account, v_id, 'form', 'sent', v_at, null, jsonb_strip_nulls(v_about));
  return true;
end $$;
--> statement-breakpoint
-- What waits to be sent once more. Row security would hide these rows from the owner too.
alter table ringtrail.outbox no force row level security;
update ringtrail.outbox o set call = o.call || '{"siteName": ""}'::jsonb where (o.call ->> 'isHealthcare')::boolean;
update ringtrail.outbox o set about = o.about - 'siteName' where (o.about ->> 'isHealthcare')::boolean;
alter table ringtrail.outbox force row level security;
