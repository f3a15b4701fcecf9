CREATE TABLE "ringtrail"."security_policies" (
	"account_id" uuid NOT NULL,
	"requires_two_factor" boolean NOT NULL,
	"idle_minutes" integer,
	"key_days" integer,
	CONSTRAINT "security_policies_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "auth"."user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false;--> statement-breakpoint
ALTER TABLE "ringtrail"."security_policies" ADD CONSTRAINT "security_policies_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "auth"."two_factor" USING btree ("user_id");
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.security_policies');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.security_policies to ringtrail_api;
grant select, insert, update, delete on auth.two_factor to ringtrail_api;
