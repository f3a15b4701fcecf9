CREATE SCHEMA "glass";
--> statement-breakpoint
CREATE TABLE "care"."call_events" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"arrival" bigint GENERATED ALWAYS AS IDENTITY (sequence name "care"."call_events_arrival_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" jsonb NOT NULL,
	CONSTRAINT "call_events_account_id_call_id_kind_key_pk" PRIMARY KEY("account_id","call_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "care"."calls" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"carrier_ref" text NOT NULL,
	"site_id" uuid NOT NULL,
	"rang_at" timestamp (3) with time zone NOT NULL,
	"healed" boolean NOT NULL,
	"state" jsonb NOT NULL,
	"match_kind" text,
	"confidence" double precision,
	"channel" text,
	CONSTRAINT "calls_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "glass"."links" (
	"account_id" uuid NOT NULL,
	"token" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mark" "bytea" NOT NULL,
	"call_sealed" "bytea" NOT NULL,
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"way" jsonb,
	"length" text,
	"counted_in" date,
	CONSTRAINT "links_account_id_token_pk" PRIMARY KEY("account_id","token")
);
--> statement-breakpoint
CREATE TABLE "glass"."looks" (
	"account_id" uuid NOT NULL,
	"audit_sequence" integer NOT NULL,
	"opening_id" uuid NOT NULL,
	"token" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "looks_account_id_audit_sequence_pk" PRIMARY KEY("account_id","audit_sequence")
);
--> statement-breakpoint
CREATE TABLE "glass"."openings" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opened_by" text NOT NULL,
	"role" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"needs_second" boolean NOT NULL,
	"agreed_by" text,
	"agreed_at" timestamp (3) with time zone,
	CONSTRAINT "openings_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."healthcare_counts" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"cut" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"path" text[] NOT NULL,
	"calls" integer NOT NULL,
	CONSTRAINT "healthcare_counts_account_id_site_id_cut_last_day_path_pk" PRIMARY KEY("account_id","site_id","cut","last_day","path")
);
--> statement-breakpoint
ALTER TABLE "care"."call_notes" DROP CONSTRAINT "call_notes_account_id_call_id_calls_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "care"."callers" DROP CONSTRAINT "callers_account_id_call_id_calls_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "care"."recordings" DROP CONSTRAINT "recordings_account_id_call_id_calls_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "care"."call_events" ADD CONSTRAINT "call_events_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "care"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."calls" ADD CONSTRAINT "calls_account_id_connection_id_connections_account_id_id_fk" FOREIGN KEY ("account_id","connection_id") REFERENCES "ringtrail"."connections"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."calls" ADD CONSTRAINT "calls_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass"."looks" ADD CONSTRAINT "looks_account_id_opening_id_openings_account_id_id_fk" FOREIGN KEY ("account_id","opening_id") REFERENCES "glass"."openings"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass"."openings" ADD CONSTRAINT "openings_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."healthcare_counts" ADD CONSTRAINT "healthcare_counts_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "care_calls_carrier_ref" ON "care"."calls" USING btree ("account_id","connection_id","carrier_ref");--> statement-breakpoint
CREATE INDEX "care_calls_rang_at" ON "care"."calls" USING btree ("account_id","rang_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "links_mark" ON "glass"."links" USING btree ("account_id","mark");--> statement-breakpoint
CREATE INDEX "links_waiting" ON "glass"."links" USING btree ("account_id","site_id","counted_in","day");
--> statement-breakpoint
-- Healthcare mode: marketing and care in tables that nothing joins (docs/decisions). A fourth role of the server; it sees
-- no row of the third table, and calls the functions that know them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ringtrail_glass') then
    begin
      create role ringtrail_glass nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null; -- another migration was quicker
    end;
  end if;
  if not pg_has_role(current_user, 'ringtrail_glass', 'usage') then
    execute format('grant ringtrail_glass to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
call ringtrail.guard_tenant('care.calls');
call ringtrail.guard_tenant('care.call_events');
call ringtrail.guard_tenant('glass.links');
call ringtrail.guard_tenant('glass.openings');
call ringtrail.guard_tenant('glass.looks');
call ringtrail.guard_tenant('ringtrail.healthcare_counts');
--> statement-breakpoint
grant select, insert, update, delete on care.calls to ringtrail_care;
grant select, insert, delete on care.call_events to ringtrail_care;
grant usage on schema ringtrail, glass to ringtrail_glass;
grant select, insert on ringtrail.account_keys, ringtrail.healthcare_counts to ringtrail_glass;
grant select, insert on ringtrail.healthcare_counts to ringtrail_api;
grant select on glass.openings, glass.looks to ringtrail_glass;
create policy glass_side on ringtrail.account_keys as restrictive to ringtrail_glass
  using (purpose = 'links') with check (purpose = 'links');
--> statement-breakpoint
-- No cell is small, whoever writes it; and no opening is long.
alter table ringtrail.healthcare_counts add constraint healthcare_counts_least check (calls >= 5);
alter table glass.openings add constraint openings_short check ("until" <= opened_at + interval '1 hour');
create trigger append_only before update or truncate on ringtrail.healthcare_counts
  for each statement execute function ringtrail.refuse_change();
create trigger append_only before update or delete or truncate on glass.looks
  for each statement execute function ringtrail.refuse_change();
--> statement-breakpoint
-- A call to a site in healthcare mode does not get into the marketing tables, by no path and no mistake.
create function ringtrail.refuse_healthcare_call() returns trigger language plpgsql as $$
begin
  if (select (s.flow ->> 'isHealthcare')::boolean from ringtrail.sites s
      where s.account_id = new.account_id and s.id = new.site_id) then
    raise exception 'a call to a site in healthcare mode belongs to the care side' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger healthcare before insert on ringtrail.calls
  for each row execute function ringtrail.refuse_healthcare_call();
--> statement-breakpoint
-- The mode is not taken off: what was promised to callers would be undone for those that follow.
create function ringtrail.keep_healthcare_mode() returns trigger language plpgsql as $$
begin
  if (old.flow ->> 'isHealthcare')::boolean and not coalesce((new.flow ->> 'isHealthcare')::boolean, false) then
    raise exception 'healthcare mode is not taken off a site' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger healthcare before update of flow on ringtrail.sites
  for each row execute function ringtrail.keep_healthcare_mode();
--> statement-breakpoint
-- A caller, a recording and a note belong to a call of either side. It reads both, so it is nobody's but the owner's.
create function glass.demand_call() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from ringtrail.calls c where c.account_id = new.account_id and c.id = new.call_id)
     and not exists (select from care.calls c where c.account_id = new.account_id and c.id = new.call_id) then
    raise exception 'the account has no such call' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger of_a_call before insert or update of call_id on care.callers
  for each row execute function glass.demand_call();
create trigger of_a_call before insert or update of call_id on care.recordings
  for each row execute function glass.demand_call();
create trigger of_a_call before insert or update of call_id on care.call_notes
  for each row execute function glass.demand_call();
--> statement-breakpoint
-- As `ringtrail.ring`, without the number: which one rang says how the caller came.
create function care.ring(p_account uuid, p_call jsonb, p_state jsonb) returns jsonb language plpgsql as $$
declare
  v_id uuid;
  v_ref text := p_call ->> 'carrierRef';
  v_at timestamptz := ringtrail.moment((p_call ->> 'rangAt')::double precision);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into care.calls (account_id, id, connection_id, carrier_ref, site_id, rang_at, healed, state)
  values (p_account, (p_call ->> 'id')::uuid, (p_call ->> 'connection')::uuid, v_ref, (p_call ->> 'site')::uuid, v_at,
          (p_call ->> 'healed')::boolean, p_state)
  on conflict (account_id, connection_id, carrier_ref) do nothing
  returning id into v_id;
  if v_id is null then
    select c.id into v_id from care.calls c
    where c.account_id = p_account and c.connection_id = (p_call ->> 'connection')::uuid and c.carrier_ref = v_ref;
    return jsonb_build_object('id', v_id, 'isNew', false);
  end if;
  insert into care.call_events (account_id, call_id, kind, key, at, event)
  values (p_account, v_id, 'rang', v_ref, v_at,
          jsonb_build_object('kind', 'rang', 'key', v_ref, 'at', (p_call ->> 'rangAt')::double precision));
  return jsonb_build_object('id', v_id, 'isNew', true);
end $$;
--> statement-breakpoint
create function care.call_by_ref(p_account uuid, p_connection uuid, p_ref text) returns uuid language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select c.id from care.calls c
          where c.account_id = p_account and c.connection_id = p_connection and c.carrier_ref = p_ref);
end $$;
--> statement-breakpoint
create function care.append_event(p_account uuid, p_call uuid, p_event jsonb) returns jsonb language plpgsql as $$
declare
  v_new integer;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform from care.calls c where c.account_id = p_account and c.id = p_call for no key update;
  if not found then raise exception 'the account has no such call' using errcode = 'foreign_key_violation'; end if;
  insert into care.call_events (account_id, call_id, kind, key, at, event)
  values (p_account, p_call, p_event ->> 'kind', p_event ->> 'key',
          ringtrail.moment((p_event ->> 'at')::double precision), p_event)
  on conflict do nothing;
  get diagnostics v_new = row_count;
  return jsonb_build_object('isNew', v_new > 0, 'events', (
    select jsonb_agg(e.event order by e.at, e.arrival) from care.call_events e
    where e.account_id = p_account and e.call_id = p_call));
end $$;
--> statement-breakpoint
-- What destinations are told of a call in healthcare mode: that there is one. Whoever is covered may ask who called.
create function ringtrail.note_healthcare_call(p_account uuid, p_call uuid, p_site uuid, p_kind text,
                                               p_rang_ms double precision, p_state jsonb) returns boolean
language plpgsql as $$
declare
  v_told jsonb;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  select jsonb_build_object('site', s.id, 'siteName', s.name, 'rangAt', p_rang_ms, 'healed', false,
                            'isHealthcare', true, 'state', p_state, 'more', '{}'::jsonb)
  into v_told from ringtrail.sites s where s.account_id = p_account and s.id = p_site;
  return ringtrail.note_fact(p_account, p_call, p_kind, 'healthcare', ringtrail.moment(p_rang_ms), v_told, '{}');
end $$;
--> statement-breakpoint
-- Keeps which way a call came, or how long it lasted, until its period is counted. What was counted is not changed.
create function glass.keep_link(p_account uuid, p_link jsonb, p_mark bytea, p_call_sealed bytea) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  insert into glass.links as l (account_id, mark, call_sealed, site_id, day, way, length)
  values (p_account, p_mark, p_call_sealed, (p_link ->> 'site')::uuid, (p_link ->> 'day')::date,
          nullif(p_link -> 'way', 'null'), p_link ->> 'length')
  on conflict (account_id, mark) do update
  set way = coalesce(excluded.way, l.way), length = coalesce(excluded.length, l.length)
  where l.counted_in is null;
end $$;
--> statement-breakpoint
-- Counts what has waited at a site from before a day, once and together: nobody can ask for the calls of one hour. Too few
-- go on waiting. Answers no call and no token.
create function glass.close_period(p_account uuid, p_site uuid, p_before date, p_least integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_first date;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform pg_advisory_xact_lock(hashtextextended('glass ' || p_site, 0));
  select min(l.day) into v_first from glass.links l
  where l.account_id = p_account and l.site_id = p_site and l.counted_in is null and l.day < p_before
  having count(*) >= greatest(p_least, 5);
  if v_first is null then return null; end if;
  update glass.links l set counted_in = p_before - 1
  where l.account_id = p_account and l.site_id = p_site and l.counted_in is null and l.day < p_before;
  return jsonb_build_object('firstDay', v_first,
    'ways', (select jsonb_agg(jsonb_build_object('path', w.path, 'calls', w.calls)) from (
       select coalesce(l.way, '["", "", "", "", ""]') as path, count(*) as calls from glass.links l
       where l.account_id = p_account and l.site_id = p_site and l.counted_in = p_before - 1 group by 1) w),
    'lengths', (select jsonb_agg(jsonb_build_object('path', jsonb_build_array(w.length), 'calls', w.calls)) from (
       select coalesce(l.length, 'missed') as length, count(*) as calls from glass.links l
       where l.account_id = p_account and l.site_id = p_site and l.counted_in = p_before - 1 group by 1) w));
end $$;
--> statement-breakpoint
-- Whether the audit log tells of something: without that nothing below happens. Answers the newest entry no look has used.
create function glass.told(p_account uuid, p_action text, p_object uuid) returns integer
language sql stable security definer set search_path = ''
return (select max(a.sequence) from ringtrail.audit_log a
        where a.account_id = p_account and a.action = p_action and a.object = p_object::text
          and not exists (select from glass.looks k where k.account_id = p_account and k.audit_sequence = a.sequence));
--> statement-breakpoint
create function glass.open(p_account uuid, p_opening jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := (p_opening ->> 'id')::uuid;
  v_until timestamptz := now() + (p_opening ->> 'lengthMs')::double precision * interval '1 millisecond';
begin
  perform set_config('ringtrail.account', p_account::text, true);
  if glass.told(p_account, 'glass.asked', v_id) is null then
    raise exception 'the audit log does not tell of this opening' using errcode = 'insufficient_privilege';
  end if;
  insert into glass.openings (account_id, id, opened_by, role, reason, opened_at, "until", needs_second)
  values (p_account, v_id, p_opening ->> 'who', p_opening ->> 'role', p_opening ->> 'reason', now(), v_until,
          (p_opening ->> 'needsSecond')::boolean);
  return jsonb_build_object('until', ringtrail.ms(v_until));
end $$;
--> statement-breakpoint
-- A second person agrees. False when there is no such opening, it is over, or it is their own.
create function glass.agree(p_account uuid, p_opening uuid, p_by text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  if glass.told(p_account, 'glass.agreed', p_opening) is null then
    raise exception 'the audit log does not tell of this agreement' using errcode = 'insufficient_privilege';
  end if;
  update glass.openings o set agreed_by = p_by, agreed_at = now()
  where o.account_id = p_account and o.id = p_opening and o.opened_by <> p_by and o.agreed_by is null
    and now() < o."until";
  return found;
end $$;
--> statement-breakpoint
-- One look: at one call, in an opening that is open, and only when the audit log already tells of this look.
create function glass.look(p_account uuid, p_opening uuid, p_mark bytea) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link glass.links;
  v_told integer;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  perform from glass.openings o
  where o.account_id = p_account and o.id = p_opening and now() < o."until"
    and (not o.needs_second or o.agreed_by is not null);
  if not found then return jsonb_build_object('isOpen', false); end if;
  v_told := glass.told(p_account, 'glass.looked', p_opening);
  if v_told is null then
    raise exception 'the audit log does not tell of this look' using errcode = 'insufficient_privilege';
  end if;
  select * into v_link from glass.links l where l.account_id = p_account and l.mark = p_mark;
  if v_link.token is null then return jsonb_build_object('isOpen', true); end if;
  insert into glass.looks (account_id, audit_sequence, opening_id, token, at)
  values (p_account, v_told, p_opening, v_link.token, now());
  return jsonb_build_object('isOpen', true, 'way', v_link.way, 'length', v_link.length, 'day', v_link.day);
end $$;
--> statement-breakpoint
revoke all on all functions in schema glass from public;
grant execute on function glass.keep_link(uuid, jsonb, bytea, bytea), glass.close_period(uuid, uuid, date, integer),
  glass.open(uuid, jsonb), glass.agree(uuid, uuid, text), glass.look(uuid, uuid, bytea) to ringtrail_glass;
--> statement-breakpoint
-- As in 0029. A site in healthcare mode has no pool to lend from: a visit's own number would tie it to who calls.
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
  || case when (p_site.flow ->> 'isHealthcare')::boolean then '{"isHealthcare": true}'::jsonb else '{}' end;
