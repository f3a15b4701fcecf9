CREATE TABLE "ringtrail"."legal_holds" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"call_id" uuid,
	"reason" text NOT NULL,
	"placed_by" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "legal_holds_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."retention_policies" (
	"account_id" uuid NOT NULL,
	"visit_days" integer,
	"caller_days" integer,
	"recording_days" integer,
	"last_run" jsonb,
	CONSTRAINT "retention_policies_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."legal_holds" ADD CONSTRAINT "legal_holds_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."legal_holds" ADD CONSTRAINT "legal_holds_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."retention_policies" ADD CONSTRAINT "retention_policies_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.retention_policies');
call ringtrail.guard_tenant('ringtrail.legal_holds');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.retention_policies, ringtrail.legal_holds to ringtrail_api;
