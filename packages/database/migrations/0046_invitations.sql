CREATE TABLE "ringtrail"."invitations" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"token_sha256" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "auth"."session" ADD COLUMN "active_account" text;--> statement-breakpoint
ALTER TABLE "ringtrail"."invitations" ADD CONSTRAINT "invitations_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email" ON "ringtrail"."invitations" USING btree ("account_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "ringtrail"."invitations" USING btree ("token_sha256");
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.invitations');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.invitations to ringtrail_api;
grant select on ringtrail.invitations to ringtrail_lookup;
create policy lookup on ringtrail.invitations for select to ringtrail_lookup using (true);
--> statement-breakpoint
-- New look-ups get the owner of the others, for which this migration joins that role for a moment (0004).
do $$
begin
  if not pg_has_role(current_user, 'ringtrail_lookup', 'usage') then
    execute format('grant ringtrail_lookup to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
create function ringtrail.memberships_of(p_user text) returns setof ringtrail.members
language sql stable security definer set search_path = ''
begin atomic
  select * from ringtrail.members m where m.user_id = p_user order by m.account_id;
end;
--> statement-breakpoint
create function ringtrail.invitation_by_hash(p_sha256 text, p_now_ms double precision) returns setof ringtrail.invitations
language sql stable rows 1 security definer set search_path = ''
begin atomic
  select * from ringtrail.invitations i
  where i.token_sha256 = p_sha256 and i.expires_at > ringtrail.moment(p_now_ms);
end;
--> statement-breakpoint
grant create on schema ringtrail to ringtrail_lookup;
alter function ringtrail.memberships_of(text) owner to ringtrail_lookup;
alter function ringtrail.invitation_by_hash(text, double precision) owner to ringtrail_lookup;
revoke create on schema ringtrail from ringtrail_lookup;
revoke all on function ringtrail.memberships_of(text) from public;
revoke all on function ringtrail.invitation_by_hash(text, double precision) from public;
grant execute on function ringtrail.memberships_of(text) to ringtrail_api;
grant execute on function ringtrail.invitation_by_hash(text, double precision) to ringtrail_api;
--> statement-breakpoint
do $$
begin
  execute format('revoke ringtrail_lookup from %I', current_user);
exception when insufficient_privilege then null;
end $$;
