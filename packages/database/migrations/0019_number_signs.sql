CREATE TABLE "ringtrail"."number_signs" (
	"account_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_signs_account_id_visit_id_number_id_kind_at_pk" PRIMARY KEY("account_id","visit_id","number_id","kind","at")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."number_signs" ADD CONSTRAINT "number_signs_account_id_visit_id_visits_account_id_id_fk" FOREIGN KEY ("account_id","visit_id") REFERENCES "ringtrail"."visits"("account_id","id") ON DELETE no action ON UPDATE no action;