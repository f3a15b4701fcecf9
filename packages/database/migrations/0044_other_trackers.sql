CREATE TABLE "ringtrail"."other_trackers" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "other_trackers_account_id_site_id_name_pk" PRIMARY KEY("account_id","site_id","name")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."other_trackers" ADD CONSTRAINT "other_trackers_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.other_trackers');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.other_trackers to ringtrail_api;
