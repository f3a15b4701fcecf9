CREATE TABLE "care"."site_flows" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"flow" jsonb NOT NULL,
	CONSTRAINT "site_flows_account_id_site_id_pk" PRIMARY KEY("account_id","site_id")
);
--> statement-breakpoint
ALTER TABLE "care"."site_flows" ADD CONSTRAINT "site_flows_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A clinic's call flow names who answers, what its menu offers and whom it turns away. The marketing side needs none of it.
-- The site's row comes after its flow, so the key is looked at when the transaction ends.
ALTER TABLE "care"."site_flows" ADD CONSTRAINT "site_flows_site" FOREIGN KEY ("account_id","site_id")
  REFERENCES "ringtrail"."sites"("account_id","id") DEFERRABLE INITIALLY DEFERRED;
call ringtrail.guard_tenant('care.site_flows');
grant select, insert, update, delete on care.site_flows to ringtrail_care;
--> statement-breakpoint
-- As with labels (0060): whoever writes a clinic's flow into the marketing side's table finds it on the care side.
create function glass.part_flow() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not coalesce((new.flow ->> 'isHealthcare')::boolean, false) then return new; end if;
  if new.flow - '{isHealthcare,healthcare}'::text[] <> '{}' then
    insert into care.site_flows as f (account_id, site_id, flow) values (new.account_id, new.id, new.flow)
    on conflict (account_id, site_id) do update set flow = excluded.flow;
  end if;
  new.flow := jsonb_strip_nulls(jsonb_build_object('isHealthcare', true, 'healthcare', new.flow -> 'healthcare'));
  return new;
end $$;
revoke all on function glass.part_flow() from public;
create trigger healthcare_flow before insert or update of flow on ringtrail.sites
  for each row execute function glass.part_flow();
--> statement-breakpoint
-- The clinics that are there already. Row security would hide their rows from the owner too.
alter table ringtrail.sites no force row level security;
alter table care.site_flows no force row level security;
update ringtrail.sites s set flow = s.flow where (s.flow ->> 'isHealthcare')::boolean;
set constraints all immediate;
set constraints all deferred;
alter table ringtrail.sites force row level security;
alter table care.site_flows force row level security;
--> statement-breakpoint
-- And should the trigger be gone some day, the row is refused.
alter table ringtrail.sites add constraint sites_clinic_flow check (
  not coalesce((flow ->> 'isHealthcare')::boolean, false) or flow - '{isHealthcare,healthcare}'::text[] = '{}');
