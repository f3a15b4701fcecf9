CREATE TABLE "ringtrail"."conversions" (
	"account_id" uuid NOT NULL,
	"told_to" text NOT NULL,
	"id" text NOT NULL,
	"call_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"click" jsonb,
	"micros" bigint,
	"currency" text,
	"state" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversions_account_id_told_to_id_pk" PRIMARY KEY("account_id","told_to","id")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."conversions" ADD CONSTRAINT "conversions_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversions_call" ON "ringtrail"."conversions" USING btree ("account_id","call_id");--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.conversions');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.conversions to ringtrail_api;
