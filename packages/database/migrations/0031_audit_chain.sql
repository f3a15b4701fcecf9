-- The audit log becomes a chain: each entry carries the hash of what it says and the hash of the one before it.
ALTER TABLE "ringtrail"."audit_log" ADD COLUMN "sequence" integer;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ADD COLUMN "hash" text;--> statement-breakpoint
-- What is written already gets its place in the order it was written. The text is `auditText` of the core, in SQL.
alter table ringtrail.audit_log disable trigger append_only;
alter table ringtrail.audit_log no force row level security;
--> statement-breakpoint
do $$
declare
  entry record;
  of_account uuid;
  nth integer;
  before text;
  said text;
begin
  for entry in select * from ringtrail.audit_log order by account_id, id loop
    if of_account is distinct from entry.account_id then
      of_account := entry.account_id;
      nth := 0;
      before := repeat('0', 64);
    end if;
    nth := nth + 1;
    said := '{"action":' || to_json(entry.action) || ',"actor":' || to_json(entry.actor)
      || ',"at":' || (extract(epoch from entry.at) * 1000)::bigint
      || ',"facts":{' || coalesce((select string_agg(to_json(key) || ':' || value, ',' order by key collate "C")
                                   from jsonb_each(entry.facts)), '') || '}'
      || ',"object":' || to_json(entry.object)
      || ',"previousHash":"' || before || '","sequence":' || nth || '}';
    update ringtrail.audit_log
      set sequence = nth, previous_hash = before, hash = encode(sha256(convert_to(said, 'UTF8')), 'hex')
      where account_id = entry.account_id and id = entry.id
      returning hash into before;
  end loop;
end $$;
--> statement-breakpoint
alter table ringtrail.audit_log force row level security;
alter table ringtrail.audit_log enable trigger append_only;
--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ALTER COLUMN "sequence" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ALTER COLUMN "previous_hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" DROP CONSTRAINT "audit_log_account_id_id_pk";--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ADD CONSTRAINT "audit_log_account_id_sequence_pk" PRIMARY KEY("account_id","sequence");--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" DROP COLUMN "id";
