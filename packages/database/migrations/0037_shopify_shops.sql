CREATE TABLE "ringtrail"."shopify_shops" (
	"account_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"site_id" uuid NOT NULL,
	"token_sealed" "bytea",
	"installed_at" timestamp (3) with time zone,
	CONSTRAINT "shopify_shops_account_id_domain_pk" PRIMARY KEY("account_id","domain")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."shopify_shops" ADD CONSTRAINT "shopify_shops_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shopify_shops_domain" ON "ringtrail"."shopify_shops" USING btree ("domain");
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.shopify_shops');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.shopify_shops to ringtrail_api;
grant select on ringtrail.shopify_shops to ringtrail_lookup;
create policy lookup on ringtrail.shopify_shops for select to ringtrail_lookup using (true);
--> statement-breakpoint
-- A new look-up gets the owner of the others, for which this migration joins that role for a moment (0004). The key
-- stays sealed: what opens it is read inside the account.
do $$
begin
  if not pg_has_role(current_user, 'ringtrail_lookup', 'usage') then
    execute format('grant ringtrail_lookup to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
create function ringtrail.shop_by_domain(p_domain text) returns setof ringtrail.shopify_shops
language sql stable rows 1 security definer set search_path = ''
begin atomic
  select * from ringtrail.shopify_shops s where s.domain = p_domain;
end;
--> statement-breakpoint
grant create on schema ringtrail to ringtrail_lookup;
alter function ringtrail.shop_by_domain(text) owner to ringtrail_lookup;
revoke create on schema ringtrail from ringtrail_lookup;
revoke all on function ringtrail.shop_by_domain(text) from public;
grant execute on function ringtrail.shop_by_domain(text) to ringtrail_api;
--> statement-breakpoint
do $$
begin
  execute format('revoke ringtrail_lookup from %I', current_user);
exception when insufficient_privilege then null;
end $$;
