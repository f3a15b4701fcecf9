CREATE TABLE "ringtrail"."ad_costs" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"line_key" text NOT NULL,
	"import_id" uuid NOT NULL,
	"source" text NOT NULL,
	"medium" text NOT NULL,
	"campaign" text,
	"keyword" text,
	"landing_path" text,
	"line" text NOT NULL,
	"currency" text NOT NULL,
	"micros" bigint NOT NULL,
	"clicks" bigint NOT NULL,
	"impressions" bigint NOT NULL,
	CONSTRAINT "ad_costs_account_id_site_id_day_line_key_pk" PRIMARY KEY("account_id","site_id","day","line_key")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."call_values" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"micros" bigint NOT NULL,
	"currency" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_values_account_id_call_id_pk" PRIMARY KEY("account_id","call_id")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."ad_costs" ADD CONSTRAINT "ad_costs_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."call_values" ADD CONSTRAINT "call_values_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.ad_costs');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.call_values');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.ad_costs, ringtrail.call_values to ringtrail_api;
