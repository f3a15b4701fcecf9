CREATE TABLE "care"."target_labels" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "target_labels_account_id_site_id_e164_pk" PRIMARY KEY("account_id","site_id","e164")
);
--> statement-breakpoint
ALTER TABLE "care"."target_labels" ADD CONSTRAINT "target_labels_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The label of a clinic's number names the specialist or the ward. The marketing side needs the number alone, which stands
-- on the page for all to read.
call ringtrail.guard_tenant('care.target_labels');
grant select, insert, update, delete on care.target_labels to ringtrail_care;
--> statement-breakpoint
-- Whoever writes a clinic's label into the marketing side's table, by whatever path, finds it on the care side: no row
-- there ever held it. Owned by the database's owner, who reads both sides and is no role of the server.
create function glass.part_label() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_healthcare boolean;
begin
  if new.label = '' then return new; end if;
  -- A site that is being switched over is waited for.
  select (s.flow ->> 'isHealthcare')::boolean into v_healthcare from ringtrail.sites s
  where s.account_id = new.account_id and s.id = new.site_id for share;
  if v_healthcare then
    insert into care.target_labels as l (account_id, site_id, e164, label)
    values (new.account_id, new.site_id, new.e164, new.label)
    on conflict (account_id, site_id, e164) do update set label = excluded.label;
    new.label := '';
  end if;
  return new;
end $$;
create trigger healthcare before insert or update of label, site_id on ringtrail.target_numbers
  for each row execute function glass.part_label();
--> statement-breakpoint
-- A site that is switched over takes its labels along.
create function glass.part_labels() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update ringtrail.target_numbers t set label = t.label
  where t.account_id = new.account_id and t.site_id = new.id and t.label <> '';
  return null;
end $$;
create trigger healthcare_labels after insert or update of flow on ringtrail.sites
  for each row when ((new.flow ->> 'isHealthcare')::boolean) execute function glass.part_labels();
--> statement-breakpoint
revoke all on function glass.part_label(), glass.part_labels() from public;
--> statement-breakpoint
-- The clinics that are there already. Row security would hide their rows from the owner too.
alter table ringtrail.sites no force row level security;
alter table ringtrail.target_numbers no force row level security;
alter table care.target_labels no force row level security;
update ringtrail.target_numbers t set label = t.label from ringtrail.sites s
where s.account_id = t.account_id and s.id = t.site_id and (s.flow ->> 'isHealthcare')::boolean and t.label <> '';
alter table ringtrail.sites force row level security;
alter table ringtrail.target_numbers force row level security;
alter table care.target_labels force row level security;
