CREATE TABLE "ringtrail"."number_limits" (
	"account_id" uuid NOT NULL,
	"most_numbers" integer NOT NULL,
	"most_minutes" integer,
	"rest_days" integer NOT NULL,
	"countries" text[],
	CONSTRAINT "number_limits_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."number_orders" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"place" jsonb NOT NULL,
	"rent" jsonb,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "number_orders_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "number_orders_state" CHECK (state in ('open', 'bought', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD COLUMN "carrier_ref" text;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD COLUMN "rent" jsonb;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD COLUMN "rests_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ringtrail"."number_limits" ADD CONSTRAINT "number_limits_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."number_orders" ADD CONSTRAINT "number_orders_account_id_connection_id_connections_account_id_id_fk" FOREIGN KEY ("account_id","connection_id") REFERENCES "ringtrail"."connections"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "number_orders_open" ON "ringtrail"."number_orders" USING btree ("account_id","connection_id","e164") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_rest_first" CHECK (released_at is null or rests_until is not null);