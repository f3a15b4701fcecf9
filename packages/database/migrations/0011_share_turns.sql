CREATE TABLE "ringtrail"."share_turns" (
	"account_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"slice" text NOT NULL,
	"e164" text,
	CONSTRAINT "share_turns_account_id_pool_id_slice_pk" PRIMARY KEY("account_id","pool_id","slice")
);
--> statement-breakpoint
DROP INDEX "ringtrail"."shares_last";--> statement-breakpoint
DROP INDEX "ringtrail"."leases_pool";--> statement-breakpoint
ALTER TABLE "ringtrail"."share_turns" ADD CONSTRAINT "share_turns_account_id_pool_id_pools_account_id_id_fk" FOREIGN KEY ("account_id","pool_id") REFERENCES "ringtrail"."pools"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leases_pool" ON "ringtrail"."leases" USING btree ("account_id","pool_id","slice","e164");