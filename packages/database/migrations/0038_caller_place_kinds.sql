ALTER TABLE "care"."caller_places" ADD COLUMN "kind" text DEFAULT 'declared' NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."caller_places" DROP CONSTRAINT "caller_places_account_id_fingerprint_pk";--> statement-breakpoint
ALTER TABLE "care"."caller_places" ADD CONSTRAINT "caller_places_account_id_fingerprint_kind_pk" PRIMARY KEY("account_id","fingerprint","kind");
