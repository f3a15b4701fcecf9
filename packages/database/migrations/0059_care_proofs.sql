CREATE TABLE "care"."consent_proofs" (
	"account_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decision" jsonb NOT NULL,
	"wording" text NOT NULL,
	"wording_sha256" text NOT NULL,
	"language" text NOT NULL,
	"facts" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "consent_proofs_account_id_sequence_pk" PRIMARY KEY("account_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "care"."consent_proofs" ADD CONSTRAINT "consent_proofs_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "care_consent_proofs_call" ON "care"."consent_proofs" USING btree ("account_id","call_id","kind","key");--> statement-breakpoint
-- What was said to callers of a clinic is the care side's: which call, when, and who was told. A chain of its own, only ever
-- added to, that the marketing side's role has no right to. No proof lay on the other side before: it keeps none of a call
-- it does not have.
call ringtrail.guard_tenant('care.consent_proofs');
--> statement-breakpoint
grant select, insert on care.consent_proofs to ringtrail_care;
create trigger append_only before update or delete or truncate on care.consent_proofs
  for each statement execute function ringtrail.refuse_change();
