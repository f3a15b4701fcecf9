CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "care";
--> statement-breakpoint
CREATE SCHEMA "ringtrail";
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."account_keys" (
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	CONSTRAINT "account_keys_account_id_purpose_pk" PRIMARY KEY("account_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."accounts" (
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."api_keys" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_sha256" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."audit_log" (
	"account_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ringtrail"."audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "audit_log_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."call_candidates" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"probability" double precision NOT NULL,
	"touch" jsonb NOT NULL,
	"factors" jsonb NOT NULL,
	CONSTRAINT "call_candidates_account_id_call_id_rank_pk" PRIMARY KEY("account_id","call_id","rank")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."call_events" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"arrival" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ringtrail"."call_events_arrival_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" jsonb NOT NULL,
	CONSTRAINT "call_events_account_id_call_id_kind_key_pk" PRIMARY KEY("account_id","call_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "care"."call_notes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"author" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note_sealed" "bytea" NOT NULL,
	CONSTRAINT "call_notes_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "care"."callers" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"rang_at" timestamp (3) with time zone NOT NULL,
	"fingerprint" "bytea",
	"number_sealed" "bytea",
	"name_sealed" "bytea",
	CONSTRAINT "callers_account_id_call_id_pk" PRIMARY KEY("account_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."calls" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"carrier_ref" text NOT NULL,
	"number_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"rang_at" timestamp (3) with time zone NOT NULL,
	"healed" boolean NOT NULL,
	"state" jsonb NOT NULL,
	"match_kind" text,
	"confidence" double precision,
	"returning_probability" double precision,
	"nobody_probability" double precision,
	"model" text,
	"source_touch" jsonb,
	CONSTRAINT "calls_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."connections" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"carrier_account" text NOT NULL,
	"secret_sealed" "bytea" NOT NULL,
	"api_base" text NOT NULL,
	CONSTRAINT "connections_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."consent_proofs" (
	"account_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decision" jsonb NOT NULL,
	"wording" text NOT NULL,
	"wording_sha256" text NOT NULL,
	"language" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "consent_proofs_account_id_sequence_pk" PRIMARY KEY("account_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."idempotency_keys" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_sha256" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."impressions" (
	"account_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"shown_at" timestamp (3) with time zone NOT NULL,
	"number_id" uuid,
	"how" text NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "impressions_account_id_visit_id_pool_id_shown_at_pk" PRIMARY KEY("account_id","visit_id","pool_id","shown_at")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."key_check" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "key_check_one_row" CHECK (is_only)
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."leases" (
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"slice" text NOT NULL,
	"e164" text NOT NULL,
	"visit_id" uuid,
	"firm" boolean DEFAULT false NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	"until" timestamp (3) with time zone,
	CONSTRAINT "leases_account_id_number_id_pk" PRIMARY KEY("account_id","number_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."members" (
	"account_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "members_account_id_user_id_pk" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."page_views" (
	"account_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "page_views_account_id_visit_id_at_path_pk" PRIMARY KEY("account_id","visit_id","at","path")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."pools" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"name" text NOT NULL,
	"exclusive" boolean NOT NULL,
	"provisional_ms" integer NOT NULL,
	"grace_ms" integer NOT NULL,
	"rest_ms" integer NOT NULL,
	CONSTRAINT "pools_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "care"."recordings" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"length_ms" integer NOT NULL,
	"channels" smallint NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL,
	"arrival" bigint GENERATED ALWAYS AS IDENTITY (sequence name "care"."recordings_arrival_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "recordings_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."shares" (
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"shared_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shares_account_id_number_id_visit_id_pk" PRIMARY KEY("account_id","number_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."site_origins" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "site_origins_account_id_site_id_origin_pk" PRIMARY KEY("account_id","site_id","origin")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."sites" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"regime" text NOT NULL,
	"flow" jsonb NOT NULL,
	"business_places" text[] NOT NULL,
	CONSTRAINT "sites_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."target_numbers" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "target_numbers_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."tel_taps" (
	"account_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tel_taps_account_id_visit_id_number_id_at_pk" PRIMARY KEY("account_id","visit_id","number_id","at")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."touches" (
	"account_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"channel" text NOT NULL,
	"source" text NOT NULL,
	"medium" text NOT NULL,
	"campaign" text,
	"keyword" text,
	"click_id" text,
	"rule" text NOT NULL,
	CONSTRAINT "touches_account_id_visit_id_pk" PRIMARY KEY("account_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."tracking_numbers" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"pool_id" uuid,
	"slice" text,
	"source_touch" jsonb,
	CONSTRAINT "tracking_numbers_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "tracking_numbers_one_role" CHECK ((pool_id is null) = (source_touch is not null)),
	CONSTRAINT "tracking_numbers_slice" CHECK ((pool_id is null) = (slice is null))
);
--> statement-breakpoint
CREATE TABLE "care"."transcripts" (
	"account_id" uuid NOT NULL,
	"recording_id" uuid NOT NULL,
	"language" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text_sealed" "bytea" NOT NULL,
	CONSTRAINT "transcripts_account_id_recording_id_language_pk" PRIMARY KEY("account_id","recording_id","language")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."visits" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"permission" jsonb NOT NULL,
	"landing" jsonb NOT NULL,
	"device" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	CONSTRAINT "visits_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."account_keys" ADD CONSTRAINT "account_keys_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."api_keys" ADD CONSTRAINT "api_keys_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."audit_log" ADD CONSTRAINT "audit_log_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."call_candidates" ADD CONSTRAINT "call_candidates_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."call_events" ADD CONSTRAINT "call_events_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."call_notes" ADD CONSTRAINT "call_notes_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."callers" ADD CONSTRAINT "callers_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."calls" ADD CONSTRAINT "calls_account_id_connection_id_connections_account_id_id_fk" FOREIGN KEY ("account_id","connection_id") REFERENCES "ringtrail"."connections"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."calls" ADD CONSTRAINT "calls_account_id_number_id_tracking_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "ringtrail"."tracking_numbers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."calls" ADD CONSTRAINT "calls_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."connections" ADD CONSTRAINT "connections_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."consent_proofs" ADD CONSTRAINT "consent_proofs_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."impressions" ADD CONSTRAINT "impressions_account_id_visit_id_visits_account_id_id_fk" FOREIGN KEY ("account_id","visit_id") REFERENCES "ringtrail"."visits"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."leases" ADD CONSTRAINT "leases_account_id_number_id_tracking_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "ringtrail"."tracking_numbers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."leases" ADD CONSTRAINT "leases_account_id_pool_id_pools_account_id_id_fk" FOREIGN KEY ("account_id","pool_id") REFERENCES "ringtrail"."pools"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."members" ADD CONSTRAINT "members_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."page_views" ADD CONSTRAINT "page_views_account_id_visit_id_visits_account_id_id_fk" FOREIGN KEY ("account_id","visit_id") REFERENCES "ringtrail"."visits"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."pools" ADD CONSTRAINT "pools_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."pools" ADD CONSTRAINT "pools_account_id_target_id_target_numbers_account_id_id_fk" FOREIGN KEY ("account_id","target_id") REFERENCES "ringtrail"."target_numbers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."recordings" ADD CONSTRAINT "recordings_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."shares" ADD CONSTRAINT "shares_account_id_number_id_leases_account_id_number_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "ringtrail"."leases"("account_id","number_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."site_origins" ADD CONSTRAINT "site_origins_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."sites" ADD CONSTRAINT "sites_account_id_accounts_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "ringtrail"."accounts"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."target_numbers" ADD CONSTRAINT "target_numbers_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."tel_taps" ADD CONSTRAINT "tel_taps_account_id_visit_id_visits_account_id_id_fk" FOREIGN KEY ("account_id","visit_id") REFERENCES "ringtrail"."visits"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."touches" ADD CONSTRAINT "touches_account_id_visit_id_visits_account_id_id_fk" FOREIGN KEY ("account_id","visit_id") REFERENCES "ringtrail"."visits"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_account_id_connection_id_connections_account_id_id_fk" FOREIGN KEY ("account_id","connection_id") REFERENCES "ringtrail"."connections"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_account_id_target_id_target_numbers_account_id_id_fk" FOREIGN KEY ("account_id","target_id") REFERENCES "ringtrail"."target_numbers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_account_id_pool_id_pools_account_id_id_fk" FOREIGN KEY ("account_id","pool_id") REFERENCES "ringtrail"."pools"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."transcripts" ADD CONSTRAINT "transcripts_account_id_recording_id_recordings_account_id_id_fk" FOREIGN KEY ("account_id","recording_id") REFERENCES "care"."recordings"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."visits" ADD CONSTRAINT "visits_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name" ON "ringtrail"."accounts" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret" ON "ringtrail"."api_keys" USING btree ("secret_sha256");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "ringtrail"."audit_log" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "call_candidates_visit" ON "ringtrail"."call_candidates" USING btree ("account_id","visit_id");--> statement-breakpoint
CREATE INDEX "call_notes_call" ON "care"."call_notes" USING btree ("account_id","call_id","at");--> statement-breakpoint
CREATE INDEX "callers_fingerprint" ON "care"."callers" USING btree ("account_id","fingerprint","rang_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_carrier_ref" ON "ringtrail"."calls" USING btree ("account_id","connection_id","carrier_ref");--> statement-breakpoint
CREATE INDEX "calls_rang_at" ON "ringtrail"."calls" USING btree ("account_id","rang_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_id" ON "ringtrail"."connections" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_carrier_account" ON "ringtrail"."connections" USING btree ("account_id","carrier","carrier_account");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_proofs_call" ON "ringtrail"."consent_proofs" USING btree ("account_id","call_id","kind");--> statement-breakpoint
CREATE INDEX "impressions_number" ON "ringtrail"."impressions" USING btree ("account_id","number_id","shown_at");--> statement-breakpoint
CREATE INDEX "leases_pool" ON "ringtrail"."leases" USING btree ("account_id","pool_id");--> statement-breakpoint
CREATE INDEX "members_user" ON "ringtrail"."members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pools_name" ON "ringtrail"."pools" USING btree ("account_id","target_id","name");--> statement-breakpoint
CREATE INDEX "recordings_call" ON "care"."recordings" USING btree ("account_id","call_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "shares_visit" ON "ringtrail"."shares" USING btree ("account_id","visit_id");--> statement-breakpoint
CREATE INDEX "shares_last" ON "ringtrail"."shares" USING btree ("account_id","number_id","shared_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_key" ON "ringtrail"."sites" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "target_numbers_e164" ON "ringtrail"."target_numbers" USING btree ("account_id","site_id","e164");--> statement-breakpoint
CREATE INDEX "tel_taps_number" ON "ringtrail"."tel_taps" USING btree ("account_id","number_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "tracking_numbers_e164" ON "ringtrail"."tracking_numbers" USING btree ("account_id","connection_id","e164");--> statement-breakpoint
CREATE INDEX "tracking_numbers_site" ON "ringtrail"."tracking_numbers" USING btree ("account_id","site_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "visits_visitor" ON "ringtrail"."visits" USING btree ("account_id","visitor_id");