CREATE TABLE "ringtrail"."sounds" (
	"account_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"length_ms" integer NOT NULL,
	"telephone_sha256" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" text NOT NULL,
	"original" "bytea" NOT NULL,
	"telephone" "bytea" NOT NULL,
	CONSTRAINT "sounds_account_id_sha256_pk" PRIMARY KEY("account_id","sha256")
);

--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.sounds');
--> statement-breakpoint
-- A proof names the sound that was heard, so none is changed or removed.
grant select, insert on ringtrail.sounds to ringtrail_api;
