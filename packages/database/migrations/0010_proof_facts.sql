DROP INDEX "ringtrail"."consent_proofs_call";--> statement-breakpoint
ALTER TABLE "ringtrail"."consent_proofs" ADD COLUMN "key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ringtrail"."consent_proofs" ADD COLUMN "facts" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_proofs_call" ON "ringtrail"."consent_proofs" USING btree ("account_id","call_id","kind","key");