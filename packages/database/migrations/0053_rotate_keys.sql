ALTER TABLE "ringtrail"."legal_holds" DROP CONSTRAINT "legal_holds_account_id_call_id_calls_account_id_id_fk";
--> statement-breakpoint
ALTER TABLE "ringtrail"."key_check" ADD COLUMN "root" "bytea";
--> statement-breakpoint
-- A rotation of the master key wraps them anew; each side sees its own only (0002, 0051).
grant update (wrapped) on ringtrail.account_keys to ringtrail_api, ringtrail_care, ringtrail_glass;
grant update (sealed, root) on ringtrail.key_check to ringtrail_api;
