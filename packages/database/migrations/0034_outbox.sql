CREATE TABLE "ringtrail"."deliveries" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"destination_id" uuid NOT NULL,
	"fact_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"tries_begun" integer NOT NULL,
	"request" text,
	"tries" jsonb NOT NULL,
	CONSTRAINT "deliveries_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."destinations" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"facts" text[] NOT NULL,
	"site_id" uuid,
	"settings" jsonb NOT NULL,
	"secret_sealed" "bytea",
	"old_secret_sealed" "bytea",
	"old_secret_until" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"rest_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "destinations_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."outbox" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"at" timestamp (3) with time zone NOT NULL,
	"call" jsonb,
	"about" jsonb NOT NULL,
	CONSTRAINT "outbox_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."deliveries" ADD CONSTRAINT "deliveries_account_id_destination_id_destinations_account_id_id_fk" FOREIGN KEY ("account_id","destination_id") REFERENCES "ringtrail"."destinations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."deliveries" ADD CONSTRAINT "deliveries_account_id_fact_id_outbox_account_id_id_fk" FOREIGN KEY ("account_id","fact_id") REFERENCES "ringtrail"."outbox"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."destinations" ADD CONSTRAINT "destinations_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."destinations" ADD CONSTRAINT "destinations_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."outbox" ADD CONSTRAINT "outbox_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "ringtrail"."deliveries" USING btree ("due_at") WHERE "ringtrail"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_waiting" ON "ringtrail"."deliveries" USING btree ("account_id","destination_id","subject","sequence") WHERE "ringtrail"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_newest" ON "ringtrail"."deliveries" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_fact" ON "ringtrail"."deliveries" USING btree ("account_id","fact_id");--> statement-breakpoint
CREATE INDEX "deliveries_destination" ON "ringtrail"."deliveries" USING btree ("account_id","destination_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_sequence" ON "ringtrail"."outbox" USING btree ("account_id","subject","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "ringtrail"."outbox" USING btree ("account_id","subject","kind","key");--> statement-breakpoint
CREATE INDEX "outbox_at" ON "ringtrail"."outbox" USING btree ("account_id","at");