CREATE TABLE "ringtrail"."stray_calls" (
	"account_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"day" date NOT NULL,
	"calls" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stray_calls_account_id_connection_id_e164_day_pk" PRIMARY KEY("account_id","connection_id","e164","day")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."number_limits" ADD COLUMN "most_rent" jsonb;--> statement-breakpoint
ALTER TABLE "ringtrail"."stray_calls" ADD CONSTRAINT "stray_calls_account_id_connection_id_connections_account_id_id_fk" FOREIGN KEY ("account_id","connection_id") REFERENCES "ringtrail"."connections"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.stray_calls');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.stray_calls to ringtrail_api;
