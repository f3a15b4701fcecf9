CREATE TABLE "care"."caller_places" (
	"account_id" uuid NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"number_sealed" "bytea" NOT NULL,
	"place" text NOT NULL,
	"basis" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "caller_places_account_id_fingerprint_pk" PRIMARY KEY("account_id","fingerprint")
);
--> statement-breakpoint
CREATE INDEX "caller_places_newest" ON "care"."caller_places" USING btree ("account_id","declared_at");
--> statement-breakpoint
call ringtrail.guard_tenant('care.caller_places');
--> statement-breakpoint
grant select, insert, update, delete on care.caller_places to ringtrail_care;
