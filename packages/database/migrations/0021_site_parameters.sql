CREATE TABLE "ringtrail"."site_parameters" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"learned_at" timestamp (3) with time zone NOT NULL,
	"calls" integer NOT NULL,
	"parameters" jsonb NOT NULL,
	CONSTRAINT "site_parameters_account_id_site_id_version_pk" PRIMARY KEY("account_id","site_id","version")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."site_parameters" ADD CONSTRAINT "site_parameters_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.site_parameters');
--> statement-breakpoint
-- A call names the version that judged it, so a version is never changed.
grant select, insert on ringtrail.site_parameters to ringtrail_api;
