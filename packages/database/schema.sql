-- Drawn from a migrated database by `pnpm --filter @ringtrail/database schema`. Not run by anything.

-- row security: none
create table auth.account (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_user ON auth.account USING btree (user_id);
grant delete, insert, select, update on auth.account to ringtrail_api;

-- row security: none
create table auth.rate_limit (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  PRIMARY KEY (id),
  UNIQUE (key)
);
grant delete, insert, select, update on auth.rate_limit to ringtrail_api;

-- row security: none
create table auth.session (
  id text not null,
  expires_at timestamp with time zone not null,
  token text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  user_id text not null,
  active_account text,
  PRIMARY KEY (id),
  UNIQUE (token),
  FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX "session_user" ON auth.session USING btree (user_id);
grant delete, insert, select, update on auth.session to ringtrail_api;

-- row security: none
create table auth.two_factor (
  id text not null,
  secret text not null,
  backup_codes text not null,
  user_id text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX two_factor_user ON auth.two_factor USING btree (user_id);
grant delete, insert, select, update on auth.two_factor to ringtrail_api;

-- row security: none
create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  two_factor_enabled boolean,
  PRIMARY KEY (id),
  UNIQUE (email)
);
grant delete, insert, select, update on auth."user" to ringtrail_api;

-- row security: none
create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to ringtrail_api;

-- row security: forced
create table care.call_events (
  account_id uuid not null,
  call_id uuid not null,
  kind text not null,
  key text not null,
  at timestamp(3) with time zone not null,
  arrival bigint not null,
  event jsonb not null,
  PRIMARY KEY (account_id, call_id, kind, key),
  FOREIGN KEY (account_id, call_id) REFERENCES care.calls(account_id, id)
);
create policy tenant on care.call_events for all to public;
grant delete, insert, select on care.call_events to ringtrail_care;

-- row security: forced
create table care.call_notes (
  account_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  author text not null,
  at timestamp(3) with time zone not null,
  note_sealed bytea not null,
  PRIMARY KEY (account_id, id)
);
CREATE INDEX call_notes_call ON care.call_notes USING btree (account_id, call_id, at);
create policy tenant on care.call_notes for all to public;
grant delete, insert, select, update on care.call_notes to ringtrail_care;

-- row security: forced
create table care.caller_places (
  account_id uuid not null,
  fingerprint bytea not null,
  number_sealed bytea not null,
  place text not null,
  basis text not null,
  declared_by text not null,
  declared_at timestamp(3) with time zone not null,
  kind text not null,
  PRIMARY KEY (account_id, fingerprint, kind)
);
CREATE INDEX caller_places_newest ON care.caller_places USING btree (account_id, declared_at);
create policy tenant on care.caller_places for all to public;
grant delete, insert, select, update on care.caller_places to ringtrail_care;

-- row security: forced
create table care.callers (
  account_id uuid not null,
  call_id uuid not null,
  rang_at timestamp(3) with time zone not null,
  fingerprint bytea,
  number_sealed bytea,
  name_sealed bytea,
  PRIMARY KEY (account_id, call_id)
);
CREATE INDEX callers_fingerprint ON care.callers USING btree (account_id, fingerprint, rang_at);
create policy tenant on care.callers for all to public;
grant delete, insert, select, update on care.callers to ringtrail_care;

-- row security: forced
create table care.calls (
  account_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  carrier_ref text not null,
  site_id uuid not null,
  rang_at timestamp(3) with time zone not null,
  healed boolean not null,
  state jsonb not null,
  match_kind text,
  confidence double precision,
  channel text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, connection_id) REFERENCES ringtrail.connections(account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE UNIQUE INDEX care_calls_carrier_ref ON care.calls USING btree (account_id, connection_id, carrier_ref);
CREATE INDEX care_calls_rang_at ON care.calls USING btree (account_id, rang_at, id);
create policy tenant on care.calls for all to public;
grant delete, insert, select, update on care.calls to ringtrail_care;

-- row security: forced
create table care.consent_proofs (
  account_id uuid not null,
  sequence integer not null,
  call_id uuid not null,
  kind text not null,
  key text not null,
  at timestamp(3) with time zone not null,
  decision jsonb not null,
  wording text not null,
  wording_sha256 text not null,
  language text not null,
  facts jsonb,
  previous_hash text not null,
  hash text not null,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE UNIQUE INDEX care_consent_proofs_call ON care.consent_proofs USING btree (account_id, call_id, kind, key);
create policy tenant on care.consent_proofs for all to public;
grant insert, select on care.consent_proofs to ringtrail_care;

-- row security: forced
create table care.phones (
  account_id uuid not null,
  site_id uuid not null,
  e164 text not null,
  id uuid not null,
  PRIMARY KEY (account_id, site_id, e164),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE UNIQUE INDEX care_phones_id ON care.phones USING btree (account_id, id);
create policy tenant on care.phones for all to public;
grant delete, insert, select, update on care.phones to ringtrail_care;

-- row security: forced
create table care.recordings (
  account_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  length_ms integer not null,
  channels smallint not null,
  size bigint not null,
  media_type text not null,
  sha256 text not null,
  stored_at timestamp(3) with time zone not null,
  arrival bigint not null,
  PRIMARY KEY (account_id, id)
);
CREATE INDEX recordings_call ON care.recordings USING btree (account_id, call_id);
create policy tenant on care.recordings for all to public;
grant delete, insert, select, update on care.recordings to ringtrail_care;

-- row security: forced
create table care.site_flows (
  account_id uuid not null,
  site_id uuid not null,
  flow jsonb not null,
  PRIMARY KEY (account_id, site_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) DEFERRABLE INITIALLY DEFERRED
);
create policy tenant on care.site_flows for all to public;
grant delete, insert, select, update on care.site_flows to ringtrail_care;

-- row security: forced
create table care.target_labels (
  account_id uuid not null,
  site_id uuid not null,
  e164 text not null,
  label text not null,
  PRIMARY KEY (account_id, site_id, e164),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on care.target_labels for all to public;
grant delete, insert, select, update on care.target_labels to ringtrail_care;

-- row security: forced
create table care.transcripts (
  account_id uuid not null,
  recording_id uuid not null,
  language text not null,
  at timestamp(3) with time zone not null,
  text_sealed bytea not null,
  PRIMARY KEY (account_id, recording_id, language),
  FOREIGN KEY (account_id, recording_id) REFERENCES care.recordings(account_id, id)
);
create policy tenant on care.transcripts for all to public;
grant delete, insert, select, update on care.transcripts to ringtrail_care;

-- row security: forced
create table glass.links (
  account_id uuid not null,
  token uuid not null,
  mark bytea not null,
  call_sealed bytea not null,
  site_id uuid not null,
  day date not null,
  way jsonb,
  length text,
  counted_in date,
  PRIMARY KEY (account_id, token)
);
CREATE UNIQUE INDEX links_mark ON glass.links USING btree (account_id, mark);
CREATE INDEX links_waiting ON glass.links USING btree (account_id, site_id, counted_in, day);
create policy tenant on glass.links for all to public;

-- row security: forced
create table glass.looks (
  account_id uuid not null,
  audit_sequence integer not null,
  opening_id uuid not null,
  token uuid not null,
  at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, audit_sequence),
  FOREIGN KEY (account_id, opening_id) REFERENCES glass.openings(account_id, id)
);
create policy tenant on glass.looks for all to public;
grant select on glass.looks to ringtrail_glass;

-- row security: forced
create table glass.openings (
  account_id uuid not null,
  id uuid not null,
  opened_by text not null,
  role text not null,
  reason text not null,
  opened_at timestamp(3) with time zone not null,
  until timestamp(3) with time zone not null,
  needs_second boolean not null,
  agreed_by text,
  agreed_at timestamp(3) with time zone,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id),
  CHECK ((until <= (opened_at + '01:00:00'::interval)))
);
create policy tenant on glass.openings for all to public;
grant select on glass.openings to ringtrail_glass;

-- row security: forced
create table glass.page_counts (
  account_id uuid not null,
  site_id uuid not null,
  kind text not null,
  page_group text not null,
  day date not null,
  times integer not null,
  PRIMARY KEY (account_id, site_id, kind, day, page_group),
  CHECK ((kind = ANY (ARRAY['page'::text, 'tap'::text])))
);
create policy tenant on glass.page_counts for all to public;

-- row security: forced
create table ringtrail.account_keys (
  account_id uuid not null,
  purpose text not null,
  wrapped bytea not null,
  PRIMARY KEY (account_id, purpose),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy care_side on ringtrail.account_keys for all to ringtrail_care -- restrictive;
create policy glass_side on ringtrail.account_keys for all to ringtrail_glass -- restrictive;
create policy marketing_side on ringtrail.account_keys for all to ringtrail_api -- restrictive;
create policy tenant on ringtrail.account_keys for all to public;
grant insert, select on ringtrail.account_keys to ringtrail_api;
grant insert, select on ringtrail.account_keys to ringtrail_care;
grant insert, select on ringtrail.account_keys to ringtrail_glass;

-- row security: forced
create table ringtrail.account_settings (
  account_id uuid not null,
  time_zone text,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.account_settings for all to public;
grant delete, insert, select, update on ringtrail.account_settings to ringtrail_api;

-- row security: forced
create table ringtrail.accounts (
  account_id uuid not null,
  name text not null,
  created_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id)
);
CREATE UNIQUE INDEX accounts_name ON ringtrail.accounts USING btree (name);
create policy lookup on ringtrail.accounts for select to ringtrail_lookup;
create policy tenant on ringtrail.accounts for all to public;
grant delete, insert, select, update on ringtrail.accounts to ringtrail_api;
grant select on ringtrail.accounts to ringtrail_lookup;

-- row security: forced
create table ringtrail.ad_costs (
  account_id uuid not null,
  site_id uuid not null,
  day date not null,
  line_key text not null,
  import_id uuid not null,
  source text not null,
  medium text not null,
  campaign text,
  keyword text,
  landing_path text,
  line text not null,
  currency text not null,
  micros bigint not null,
  clicks bigint not null,
  impressions bigint not null,
  PRIMARY KEY (account_id, site_id, day, line_key),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on ringtrail.ad_costs for all to public;
grant delete, insert, select, update on ringtrail.ad_costs to ringtrail_api;

-- row security: forced
create table ringtrail.api_keys (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  secret_sha256 text not null,
  scopes text[] not null,
  expires_at timestamp(3) with time zone,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE UNIQUE INDEX api_keys_secret ON ringtrail.api_keys USING btree (secret_sha256);
create policy lookup on ringtrail.api_keys for select to ringtrail_lookup;
create policy tenant on ringtrail.api_keys for all to public;
grant delete, insert, select, update on ringtrail.api_keys to ringtrail_api;
grant select on ringtrail.api_keys to ringtrail_lookup;

-- row security: forced
create table ringtrail.audit_log (
  account_id uuid not null,
  at timestamp(3) with time zone not null,
  actor text not null,
  action text not null,
  object text not null,
  facts jsonb not null,
  sequence integer not null,
  previous_hash text not null,
  hash text not null,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE INDEX audit_log_at ON ringtrail.audit_log USING btree (account_id, at);
CREATE INDEX audit_log_object ON ringtrail.audit_log USING btree (account_id, object, sequence);
create policy tenant on ringtrail.audit_log for all to public;
grant insert, select on ringtrail.audit_log to ringtrail_api;

-- row security: forced
create table ringtrail.call_candidates (
  account_id uuid not null,
  call_id uuid not null,
  rank integer not null,
  visit_id uuid not null,
  probability double precision not null,
  touch jsonb not null,
  factors jsonb not null,
  PRIMARY KEY (account_id, call_id, rank),
  FOREIGN KEY (account_id, call_id) REFERENCES ringtrail.calls(account_id, id)
);
CREATE INDEX call_candidates_visit ON ringtrail.call_candidates USING btree (account_id, visit_id);
create policy tenant on ringtrail.call_candidates for all to public;
grant delete, insert, select, update on ringtrail.call_candidates to ringtrail_api;

-- row security: forced
create table ringtrail.call_days (
  account_id uuid not null,
  day date not null,
  site_id uuid not null,
  calls integer not null,
  answered integer not null,
  missed integer not null,
  first_time integer not null,
  spam integer not null,
  PRIMARY KEY (account_id, day, site_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.call_days for all to public;
grant delete, insert, select, update on ringtrail.call_days to ringtrail_api;

-- row security: forced
create table ringtrail.call_events (
  account_id uuid not null,
  call_id uuid not null,
  kind text not null,
  key text not null,
  at timestamp(3) with time zone not null,
  arrival bigint not null,
  event jsonb not null,
  PRIMARY KEY (account_id, call_id, kind, key),
  FOREIGN KEY (account_id, call_id) REFERENCES ringtrail.calls(account_id, id)
);
create policy tenant on ringtrail.call_events for all to public;
grant insert, select on ringtrail.call_events to ringtrail_api;

-- row security: forced
create table ringtrail.call_hours (
  account_id uuid not null,
  hour timestamp(0) without time zone not null,
  site_id uuid not null,
  calls integer not null,
  answered integer not null,
  missed integer not null,
  first_time integer not null,
  spam integer not null,
  PRIMARY KEY (account_id, hour, site_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.call_hours for all to public;
grant delete, insert, select, update on ringtrail.call_hours to ringtrail_api;

-- row security: forced
create table ringtrail.call_values (
  account_id uuid not null,
  call_id uuid not null,
  micros bigint not null,
  currency text not null,
  set_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, call_id),
  FOREIGN KEY (account_id, call_id) REFERENCES ringtrail.calls(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.call_values for all to public;
grant delete, insert, select, update on ringtrail.call_values to ringtrail_api;

-- row security: forced
create table ringtrail.calls (
  account_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  carrier_ref text not null,
  number_id uuid not null,
  site_id uuid not null,
  rang_at timestamp(3) with time zone not null,
  healed boolean not null,
  state jsonb not null,
  match_kind text,
  confidence double precision,
  returning_probability double precision,
  nobody_probability double precision,
  model text,
  source_touch jsonb,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, connection_id) REFERENCES ringtrail.connections(account_id, id),
  FOREIGN KEY (account_id, number_id) REFERENCES ringtrail.tracking_numbers(account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE UNIQUE INDEX calls_carrier_ref ON ringtrail.calls USING btree (account_id, connection_id, carrier_ref);
CREATE INDEX calls_rang_at ON ringtrail.calls USING btree (account_id, rang_at, id);
create policy tenant on ringtrail.calls for all to public;
grant delete, insert, select, update on ringtrail.calls to ringtrail_api;

-- row security: forced
create table ringtrail.connections (
  account_id uuid not null,
  id uuid not null,
  carrier text not null,
  carrier_account text not null,
  secret_sealed bytea not null,
  api_base text not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE UNIQUE INDEX connections_carrier_account ON ringtrail.connections USING btree (account_id, carrier, carrier_account);
CREATE UNIQUE INDEX connections_id ON ringtrail.connections USING btree (id);
create policy lookup on ringtrail.connections for select to ringtrail_lookup;
create policy tenant on ringtrail.connections for all to public;
grant delete, insert, select, update on ringtrail.connections to ringtrail_api;
grant select on ringtrail.connections to ringtrail_lookup;

-- row security: forced
create table ringtrail.consent_proofs (
  account_id uuid not null,
  sequence integer not null,
  call_id uuid not null,
  kind text not null,
  at timestamp(3) with time zone not null,
  decision jsonb not null,
  wording text not null,
  wording_sha256 text not null,
  language text not null,
  previous_hash text not null,
  hash text not null,
  key text not null,
  facts jsonb,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE UNIQUE INDEX consent_proofs_call ON ringtrail.consent_proofs USING btree (account_id, call_id, kind, key);
create policy tenant on ringtrail.consent_proofs for all to public;
grant insert, select on ringtrail.consent_proofs to ringtrail_api;

-- row security: forced
create table ringtrail.conversions (
  account_id uuid not null,
  told_to text not null,
  id text not null,
  call_id uuid not null,
  at timestamp(3) with time zone not null,
  click jsonb,
  micros bigint,
  currency text,
  state text not null,
  told_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, told_to, id),
  FOREIGN KEY (account_id, call_id) REFERENCES ringtrail.calls(account_id, id) ON DELETE CASCADE
);
CREATE INDEX conversions_call ON ringtrail.conversions USING btree (account_id, call_id);
create policy tenant on ringtrail.conversions for all to public;
grant delete, insert, select, update on ringtrail.conversions to ringtrail_api;

-- row security: forced
create table ringtrail.cost_spans (
  account_id uuid not null,
  day date not null,
  days integer not null,
  site_id uuid not null,
  currency text not null,
  sources text[] not null,
  mediums text[] not null,
  campaigns text[] not null,
  keywords text[] not null,
  landing_paths text[] not null,
  micros double precision[] not null,
  clicks double precision[] not null,
  impressions double precision[] not null,
  PRIMARY KEY (account_id, day, days, site_id, currency),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.cost_spans for all to public;
grant delete, insert, select, update on ringtrail.cost_spans to ringtrail_api;

-- row security: forced
create table ringtrail.credit_days (
  account_id uuid not null,
  dimension text not null,
  day date not null,
  site_id uuid not null,
  kinds text[] not null,
  names text[] not null,
  calls double precision[] not null,
  variance double precision[] not null,
  "least" integer[] not null,
  most integer[] not null,
  days integer not null,
  PRIMARY KEY (account_id, dimension, day, days, site_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.credit_days for all to public;
grant delete, insert, select, update on ringtrail.credit_days to ringtrail_api;

-- row security: forced
create table ringtrail.credit_hours (
  account_id uuid not null,
  hour timestamp(0) without time zone not null,
  dimension text not null,
  site_id uuid not null,
  kinds text[] not null,
  names text[] not null,
  calls double precision[] not null,
  variance double precision[] not null,
  "least" integer[] not null,
  most integer[] not null,
  PRIMARY KEY (account_id, hour, dimension, site_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.credit_hours for all to public;
grant delete, insert, select, update on ringtrail.credit_hours to ringtrail_api;

-- row security: forced
create table ringtrail.days_touched (
  account_id uuid not null,
  at timestamp(3) with time zone not null,
  id uuid not null,
  PRIMARY KEY (account_id, at, id)
);
create policy tenant on ringtrail.days_touched for all to public;
grant delete, insert, select, update on ringtrail.days_touched to ringtrail_api;

-- row security: forced
create table ringtrail.deliveries (
  account_id uuid not null,
  id uuid not null,
  destination_id uuid not null,
  fact_id uuid not null,
  subject uuid not null,
  sequence integer not null,
  why text not null,
  state text not null,
  created_at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null,
  claimed_until timestamp(3) with time zone,
  tries_begun integer not null,
  request text,
  tries jsonb not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, destination_id) REFERENCES ringtrail.destinations(account_id, id) ON DELETE CASCADE,
  FOREIGN KEY (account_id, fact_id) REFERENCES ringtrail.outbox(account_id, id) ON DELETE CASCADE
);
CREATE INDEX deliveries_destination ON ringtrail.deliveries USING btree (account_id, destination_id);
CREATE INDEX deliveries_due ON ringtrail.deliveries USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX deliveries_fact ON ringtrail.deliveries USING btree (account_id, fact_id);
CREATE INDEX deliveries_newest ON ringtrail.deliveries USING btree (account_id, created_at, id);
CREATE INDEX deliveries_next ON ringtrail.deliveries USING btree (account_id, destination_id, due_at, created_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX deliveries_waiting ON ringtrail.deliveries USING btree (account_id, destination_id, subject, sequence) WHERE (state = 'waiting'::text);
create policy lookup on ringtrail.deliveries for select to ringtrail_lookup;
create policy tenant on ringtrail.deliveries for all to public;
grant delete, insert, select, update on ringtrail.deliveries to ringtrail_api;
grant select on ringtrail.deliveries to ringtrail_lookup;

-- row security: forced
create table ringtrail.destinations (
  account_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  is_on boolean not null,
  facts text[] not null,
  site_id uuid,
  settings jsonb not null,
  secret_sealed bytea,
  old_secret_sealed bytea,
  old_secret_until timestamp(3) with time zone,
  failures integer not null,
  failing_since timestamp(3) with time zone,
  rest_until timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy lookup on ringtrail.destinations for select to ringtrail_lookup;
create policy tenant on ringtrail.destinations for all to public;
grant delete, insert, select, update on ringtrail.destinations to ringtrail_api;
grant select on ringtrail.destinations to ringtrail_lookup;

-- row security: forced
create table ringtrail.forms (
  account_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  ref text,
  page text,
  visit_id uuid,
  touch jsonb,
  sent_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE INDEX forms_sent ON ringtrail.forms USING btree (account_id, sent_at);
CREATE INDEX forms_visit ON ringtrail.forms USING btree (account_id, visit_id);
create policy tenant on ringtrail.forms for all to public;
grant delete, insert, select, update on ringtrail.forms to ringtrail_api;

-- row security: forced
create table ringtrail.healthcare_counts (
  account_id uuid not null,
  site_id uuid not null,
  cut text not null,
  first_day date not null,
  last_day date not null,
  path text[] not null,
  calls integer not null,
  PRIMARY KEY (account_id, site_id, cut, last_day, path),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id),
  CHECK ((calls >= 5))
);
create policy tenant on ringtrail.healthcare_counts for all to public;
grant insert, select on ringtrail.healthcare_counts to ringtrail_api;
grant insert, select on ringtrail.healthcare_counts to ringtrail_glass;

-- row security: forced
create table ringtrail.idempotency_keys (
  account_id uuid not null,
  key text not null,
  request_sha256 text not null,
  status integer,
  answer jsonb,
  created_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, key),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE INDEX idempotency_keys_age ON ringtrail.idempotency_keys USING btree (account_id, created_at);
create policy tenant on ringtrail.idempotency_keys for all to public;
grant delete, insert, select, update on ringtrail.idempotency_keys to ringtrail_api;

-- row security: forced
create table ringtrail.impressions (
  account_id uuid not null,
  visit_id uuid not null,
  pool_id uuid not null,
  shown_at timestamp(3) with time zone not null,
  number_id uuid,
  how text not null,
  until timestamp(3) with time zone,
  PRIMARY KEY (account_id, visit_id, pool_id, shown_at)
);
CREATE INDEX impressions_number ON ringtrail.impressions USING btree (account_id, number_id, shown_at);
create policy tenant on ringtrail.impressions for all to public;
grant delete, insert, select on ringtrail.impressions to ringtrail_api;

-- row security: forced
create table ringtrail.invitations (
  account_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  invited_by text not null,
  token_sha256 text not null,
  expires_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE UNIQUE INDEX invitations_email ON ringtrail.invitations USING btree (account_id, email);
CREATE UNIQUE INDEX invitations_token ON ringtrail.invitations USING btree (token_sha256);
create policy lookup on ringtrail.invitations for select to ringtrail_lookup;
create policy tenant on ringtrail.invitations for all to public;
grant delete, insert, select, update on ringtrail.invitations to ringtrail_api;
grant select on ringtrail.invitations to ringtrail_lookup;

-- row security: none
create table ringtrail.key_check (
  is_only boolean not null,
  sealed bytea not null,
  root bytea,
  PRIMARY KEY (is_only),
  CHECK (is_only)
);
grant insert, select on ringtrail.key_check to ringtrail_api;

-- row security: forced
create table ringtrail.leases (
  account_id uuid not null,
  number_id uuid not null,
  pool_id uuid not null,
  slice text not null,
  e164 text not null,
  visit_id uuid,
  firm boolean not null,
  last_seen_at timestamp(3) with time zone,
  until timestamp(3) with time zone,
  PRIMARY KEY (account_id, number_id),
  FOREIGN KEY (account_id, number_id) REFERENCES ringtrail.tracking_numbers(account_id, id),
  FOREIGN KEY (account_id, pool_id) REFERENCES ringtrail.pools(account_id, id)
);
CREATE INDEX leases_pool ON ringtrail.leases USING btree (account_id, pool_id, slice, e164);
create policy tenant on ringtrail.leases for all to public;
grant delete, insert, select, update on ringtrail.leases to ringtrail_api;

-- row security: forced
create table ringtrail.legal_holds (
  account_id uuid not null,
  id uuid not null,
  call_id uuid,
  reason text not null,
  placed_by text not null,
  placed_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.legal_holds for all to public;
grant delete, insert, select, update on ringtrail.legal_holds to ringtrail_api;

-- row security: forced
create table ringtrail.members (
  account_id uuid not null,
  user_id text not null,
  role text not null,
  PRIMARY KEY (account_id, user_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE INDEX members_user ON ringtrail.members USING btree (user_id);
create policy lookup on ringtrail.members for select to ringtrail_lookup;
create policy tenant on ringtrail.members for all to public;
grant delete, insert, select, update on ringtrail.members to ringtrail_api;
grant select on ringtrail.members to ringtrail_lookup;

-- row security: forced
create table ringtrail.number_limits (
  account_id uuid not null,
  most_numbers integer not null,
  most_minutes integer,
  rest_days integer not null,
  countries text[],
  most_rent jsonb,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.number_limits for all to public;
grant insert, select, update on ringtrail.number_limits to ringtrail_api;

-- row security: forced
create table ringtrail.number_orders (
  account_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  e164 text not null,
  place jsonb not null,
  rent jsonb,
  state text not null,
  asked_at timestamp(3) with time zone not null,
  settled_at timestamp(3) with time zone,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, connection_id) REFERENCES ringtrail.connections(account_id, id),
  CHECK ((state = ANY (ARRAY['open'::text, 'bought'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX number_orders_open ON ringtrail.number_orders USING btree (account_id, connection_id, e164) WHERE (state = 'open'::text);
create policy tenant on ringtrail.number_orders for all to public;
grant insert, select, update on ringtrail.number_orders to ringtrail_api;

-- row security: forced
create table ringtrail.number_signs (
  account_id uuid not null,
  visit_id uuid not null,
  number_id uuid not null,
  kind text not null,
  at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, visit_id, number_id, kind, at),
  FOREIGN KEY (account_id, visit_id) REFERENCES ringtrail.visits(account_id, id)
);
CREATE INDEX number_signs_copied ON ringtrail.number_signs USING btree (account_id, number_id, at) WHERE (kind = 'copy'::text);
create policy tenant on ringtrail.number_signs for all to public;
grant delete, insert, select on ringtrail.number_signs to ringtrail_api;

-- row security: forced
create table ringtrail.order_calls (
  account_id uuid not null,
  site_id uuid not null,
  shop text not null,
  ref text not null,
  call_id uuid not null,
  rule text not null,
  PRIMARY KEY (account_id, site_id, shop, ref),
  FOREIGN KEY (account_id, call_id) REFERENCES ringtrail.calls(account_id, id) ON DELETE CASCADE,
  FOREIGN KEY (account_id, site_id, shop, ref) REFERENCES ringtrail.shop_orders(account_id, site_id, shop, ref) ON DELETE CASCADE
);
CREATE INDEX order_calls_of_call ON ringtrail.order_calls USING btree (account_id, call_id);
create policy tenant on ringtrail.order_calls for all to public;
grant delete, insert, select, update on ringtrail.order_calls to ringtrail_api;

-- row security: forced
create table ringtrail.order_rules (
  account_id uuid not null,
  site_id uuid not null,
  window_ms bigint not null,
  matches_callers boolean not null,
  PRIMARY KEY (account_id, site_id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on ringtrail.order_rules for all to public;
grant delete, insert, select, update on ringtrail.order_rules to ringtrail_api;

-- row security: forced
create table ringtrail.other_trackers (
  account_id uuid not null,
  site_id uuid not null,
  name text not null,
  first_seen_at timestamp(3) with time zone not null,
  last_seen_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, site_id, name),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on ringtrail.other_trackers for all to public;
grant delete, insert, select, update on ringtrail.other_trackers to ringtrail_api;

-- row security: forced
create table ringtrail.outbox (
  account_id uuid not null,
  id uuid not null,
  subject uuid not null,
  sequence integer not null,
  kind text not null,
  key text,
  at timestamp(3) with time zone not null,
  call jsonb,
  about jsonb not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
CREATE INDEX outbox_at ON ringtrail.outbox USING btree (account_id, at);
CREATE UNIQUE INDEX outbox_key ON ringtrail.outbox USING btree (account_id, subject, kind, key);
CREATE UNIQUE INDEX outbox_sequence ON ringtrail.outbox USING btree (account_id, subject, sequence);
create policy tenant on ringtrail.outbox for all to public;
grant delete, insert, select, update on ringtrail.outbox to ringtrail_api;

-- row security: forced
create table ringtrail.page_views (
  account_id uuid not null,
  visit_id uuid not null,
  at timestamp(3) with time zone not null,
  path text not null,
  title text not null,
  PRIMARY KEY (account_id, visit_id, at, path)
);
create policy tenant on ringtrail.page_views for all to public;
grant delete, insert, select, update on ringtrail.page_views to ringtrail_api;

-- row security: forced
create table ringtrail.pools (
  account_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  target_id uuid not null,
  name text not null,
  exclusive boolean not null,
  provisional_ms integer not null,
  grace_ms integer not null,
  rest_ms integer not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id),
  FOREIGN KEY (account_id, target_id) REFERENCES ringtrail.target_numbers(account_id, id)
);
CREATE UNIQUE INDEX pools_name ON ringtrail.pools USING btree (account_id, target_id, name);
create policy lookup on ringtrail.pools for select to ringtrail_lookup;
create policy tenant on ringtrail.pools for all to public;
grant delete, insert, select, update on ringtrail.pools to ringtrail_api;
grant select on ringtrail.pools to ringtrail_lookup;

-- row security: forced
create table ringtrail.quiet_hours (
  account_id uuid not null,
  mailbox text not null,
  from_time text not null,
  to_time text not null,
  time_zone text not null,
  PRIMARY KEY (account_id, mailbox),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.quiet_hours for all to public;
grant delete, insert, select, update on ringtrail.quiet_hours to ringtrail_api;

-- row security: forced
create table ringtrail.retention_policies (
  account_id uuid not null,
  visit_days integer,
  caller_days integer,
  recording_days integer,
  last_run jsonb,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.retention_policies for all to public;
grant delete, insert, select, update on ringtrail.retention_policies to ringtrail_api;

-- row security: forced
create table ringtrail.security_policies (
  account_id uuid not null,
  requires_two_factor boolean not null,
  idle_minutes integer,
  key_days integer,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id)
);
create policy tenant on ringtrail.security_policies for all to public;
grant delete, insert, select, update on ringtrail.security_policies to ringtrail_api;

-- row security: forced
create table ringtrail.share_turns (
  account_id uuid not null,
  pool_id uuid not null,
  slice text not null,
  e164 text,
  PRIMARY KEY (account_id, pool_id, slice),
  FOREIGN KEY (account_id, pool_id) REFERENCES ringtrail.pools(account_id, id)
);
create policy tenant on ringtrail.share_turns for all to public;
grant delete, insert, select, update on ringtrail.share_turns to ringtrail_api;

-- row security: forced
create table ringtrail.shares (
  account_id uuid not null,
  number_id uuid not null,
  visit_id uuid not null,
  pool_id uuid not null,
  shared_at timestamp(3) with time zone not null,
  until timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, number_id, visit_id),
  FOREIGN KEY (account_id, number_id) REFERENCES ringtrail.leases(account_id, number_id)
);
CREATE INDEX shares_visit ON ringtrail.shares USING btree (account_id, visit_id);
create policy tenant on ringtrail.shares for all to public;
grant delete, insert, select, update on ringtrail.shares to ringtrail_api;

-- row security: forced
create table ringtrail.shop_orders (
  account_id uuid not null,
  site_id uuid not null,
  shop text not null,
  ref text not null,
  label text not null,
  placed_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  currency text not null,
  micros bigint not null,
  is_cancelled boolean not null,
  placed_by text not null,
  visit_id uuid,
  PRIMARY KEY (account_id, site_id, shop, ref),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE INDEX shop_orders_placed ON ringtrail.shop_orders USING btree (account_id, placed_at);
CREATE INDEX shop_orders_visit ON ringtrail.shop_orders USING btree (account_id, visit_id);
create policy tenant on ringtrail.shop_orders for all to public;
grant delete, insert, select, update on ringtrail.shop_orders to ringtrail_api;

-- row security: forced
create table ringtrail.shop_refunds (
  account_id uuid not null,
  site_id uuid not null,
  shop text not null,
  order_ref text not null,
  ref text not null,
  micros bigint not null,
  PRIMARY KEY (account_id, site_id, shop, order_ref, ref),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on ringtrail.shop_refunds for all to public;
grant delete, insert, select, update on ringtrail.shop_refunds to ringtrail_api;

-- row security: forced
create table ringtrail.shopify_shops (
  account_id uuid not null,
  domain text not null,
  site_id uuid not null,
  token_sealed bytea,
  installed_at timestamp(3) with time zone,
  PRIMARY KEY (account_id, domain),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE UNIQUE INDEX shopify_shops_domain ON ringtrail.shopify_shops USING btree (domain);
create policy lookup on ringtrail.shopify_shops for select to ringtrail_lookup;
create policy tenant on ringtrail.shopify_shops for all to public;
grant delete, insert, select, update on ringtrail.shopify_shops to ringtrail_api;
grant select on ringtrail.shopify_shops to ringtrail_lookup;

-- row security: forced
create table ringtrail.site_origins (
  account_id uuid not null,
  site_id uuid not null,
  origin text not null,
  PRIMARY KEY (account_id, site_id, origin),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy lookup on ringtrail.site_origins for select to ringtrail_lookup;
create policy tenant on ringtrail.site_origins for all to public;
grant delete, insert, select, update on ringtrail.site_origins to ringtrail_api;
grant select on ringtrail.site_origins to ringtrail_lookup;

-- row security: forced
create table ringtrail.site_parameters (
  account_id uuid not null,
  site_id uuid not null,
  version integer not null,
  learned_at timestamp(3) with time zone not null,
  calls integer not null,
  parameters jsonb not null,
  PRIMARY KEY (account_id, site_id, version),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
create policy tenant on ringtrail.site_parameters for all to public;
grant insert, select on ringtrail.site_parameters to ringtrail_api;

-- row security: forced
create table ringtrail.sites (
  account_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  regime text not null,
  flow jsonb not null,
  business_places text[] not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES ringtrail.accounts(account_id),
  CHECK (((NOT COALESCE(((flow ->> 'isHealthcare'::text))::boolean, false)) OR ((flow - '{isHealthcare,healthcare}'::text[]) = '{}'::jsonb)))
);
CREATE UNIQUE INDEX sites_key ON ringtrail.sites USING btree (key);
create policy lookup on ringtrail.sites for select to ringtrail_lookup;
create policy tenant on ringtrail.sites for all to public;
grant insert, select, update on ringtrail.sites to ringtrail_api;
grant select on ringtrail.sites to ringtrail_lookup;

-- row security: forced
create table ringtrail.sounds (
  account_id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  length_ms integer not null,
  telephone_sha256 text not null,
  uploaded_at timestamp(3) with time zone not null,
  uploaded_by text not null,
  original bytea not null,
  telephone bytea not null,
  PRIMARY KEY (account_id, sha256)
);
create policy tenant on ringtrail.sounds for all to public;
grant insert, select on ringtrail.sounds to ringtrail_api;

-- row security: forced
create table ringtrail.stray_calls (
  account_id uuid not null,
  connection_id uuid not null,
  e164 text not null,
  day date not null,
  calls integer not null,
  last_at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, connection_id, e164, day),
  FOREIGN KEY (account_id, connection_id) REFERENCES ringtrail.connections(account_id, id)
);
create policy tenant on ringtrail.stray_calls for all to public;
grant delete, insert, select, update on ringtrail.stray_calls to ringtrail_api;

-- row security: forced
create table ringtrail.target_numbers (
  account_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  e164 text not null,
  label text not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id)
);
CREATE UNIQUE INDEX target_numbers_e164 ON ringtrail.target_numbers USING btree (account_id, site_id, e164);
create policy lookup on ringtrail.target_numbers for select to ringtrail_lookup;
create policy tenant on ringtrail.target_numbers for all to public;
grant delete, insert, select, update on ringtrail.target_numbers to ringtrail_api;
grant select on ringtrail.target_numbers to ringtrail_lookup;

-- row security: forced
create table ringtrail.tel_taps (
  account_id uuid not null,
  visit_id uuid not null,
  number_id uuid not null,
  at timestamp(3) with time zone not null,
  PRIMARY KEY (account_id, visit_id, number_id, at),
  FOREIGN KEY (account_id, visit_id) REFERENCES ringtrail.visits(account_id, id)
);
CREATE INDEX tel_taps_number ON ringtrail.tel_taps USING btree (account_id, number_id, at);
create policy tenant on ringtrail.tel_taps for all to public;
grant delete, insert, select, update on ringtrail.tel_taps to ringtrail_api;

-- row security: forced
create table ringtrail.touches (
  account_id uuid not null,
  visit_id uuid not null,
  at timestamp(3) with time zone not null,
  channel text not null,
  source text not null,
  medium text not null,
  campaign text,
  keyword text,
  click_id text,
  rule text not null,
  PRIMARY KEY (account_id, visit_id)
);
create policy tenant on ringtrail.touches for all to public;
grant delete, insert, select, update on ringtrail.touches to ringtrail_api;

-- row security: forced
create table ringtrail.tracking_numbers (
  account_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  site_id uuid not null,
  target_id uuid not null,
  e164 text not null,
  pool_id uuid,
  slice text,
  source_touch jsonb,
  carrier_ref text,
  rent jsonb,
  rests_until timestamp(3) with time zone,
  released_at timestamp(3) with time zone,
  takes text[] not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, connection_id) REFERENCES ringtrail.connections(account_id, id),
  FOREIGN KEY (account_id, pool_id) REFERENCES ringtrail.pools(account_id, id),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id),
  FOREIGN KEY (account_id, target_id) REFERENCES ringtrail.target_numbers(account_id, id),
  CHECK (((pool_id IS NULL) = (source_touch IS NOT NULL))),
  CHECK (((released_at IS NULL) OR (rests_until IS NOT NULL))),
  CHECK (((pool_id IS NULL) = (slice IS NULL))),
  CHECK ((takes <@ ARRAY['sms'::text, 'whatsapp'::text]))
);
CREATE UNIQUE INDEX tracking_numbers_e164 ON ringtrail.tracking_numbers USING btree (account_id, connection_id, e164);
CREATE INDEX tracking_numbers_pool ON ringtrail.tracking_numbers USING btree (account_id, pool_id, slice);
CREATE INDEX tracking_numbers_site ON ringtrail.tracking_numbers USING btree (account_id, site_id);
create policy lookup on ringtrail.tracking_numbers for select to ringtrail_lookup;
create policy tenant on ringtrail.tracking_numbers for all to public;
grant delete, insert, select, update on ringtrail.tracking_numbers to ringtrail_api;
grant select on ringtrail.tracking_numbers to ringtrail_lookup;

-- row security: forced
create table ringtrail.visits (
  account_id uuid not null,
  id uuid not null,
  visitor_id uuid not null,
  site_id uuid not null,
  permission jsonb not null,
  landing jsonb not null,
  device text not null,
  started_at timestamp(3) with time zone not null,
  last_seen_at timestamp(3) with time zone not null,
  hidden_at timestamp(3) with time zone,
  PRIMARY KEY (account_id, id)
);
CREATE INDEX visits_started ON ringtrail.visits USING btree (account_id, started_at);
CREATE INDEX visits_visitor ON ringtrail.visits USING btree (account_id, visitor_id);
create policy tenant on ringtrail.visits for all to public;
grant delete, insert, select, update on ringtrail.visits to ringtrail_api;

-- row security: forced
create table ringtrail.worth_days (
  account_id uuid not null,
  dimension text not null,
  day date not null,
  site_id uuid not null,
  currency text not null,
  kinds text[] not null,
  names text[] not null,
  micros double precision[] not null,
  days integer not null,
  PRIMARY KEY (account_id, dimension, day, days, site_id, currency),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.worth_days for all to public;
grant delete, insert, select, update on ringtrail.worth_days to ringtrail_api;

-- row security: forced
create table ringtrail.worth_hours (
  account_id uuid not null,
  hour timestamp(0) without time zone not null,
  dimension text not null,
  site_id uuid not null,
  currency text not null,
  kinds text[] not null,
  names text[] not null,
  micros double precision[] not null,
  PRIMARY KEY (account_id, hour, dimension, site_id, currency),
  FOREIGN KEY (account_id, site_id) REFERENCES ringtrail.sites(account_id, id) ON DELETE CASCADE
);
create policy tenant on ringtrail.worth_hours for all to public;
grant delete, insert, select, update on ringtrail.worth_hours to ringtrail_api;

-- function care.append_event(p_account uuid, p_call uuid, p_event jsonb) -> jsonb
-- function care.call_by_ref(p_account uuid, p_connection uuid, p_ref text) -> uuid
-- function care.callers_before(p_account uuid, p_call uuid, p_since_ms double precision) -> integer
-- function care.earlier_calls(p_account uuid, p_call uuid) -> jsonb
-- function care.ring(p_account uuid, p_call jsonb, p_state jsonb) -> jsonb
-- function care.save_caller(p_account uuid, p_call uuid, p_rang_ms double precision, p_fingerprint bytea, p_number bytea, p_name bytea) -> void
-- look-up (security definer) glass.agree(p_account uuid, p_opening uuid, p_by text) -> boolean
-- look-up (security definer) glass.close_pages(p_account uuid, p_site uuid, p_kind text, p_before date, p_least integer) -> jsonb
-- look-up (security definer) glass.close_period(p_account uuid, p_site uuid, p_before date, p_least integer) -> jsonb
-- look-up (security definer) glass.count_page(p_account uuid, p_site uuid, p_kind text, p_group text, p_day date) -> void
-- look-up (security definer) glass.demand_call() -> trigger
-- look-up (security definer) glass.forget_links(p_account uuid, p_marks jsonb) -> jsonb
-- look-up (security definer) glass.keep_link(p_account uuid, p_link jsonb, p_mark bytea, p_call_sealed bytea) -> void
-- look-up (security definer) glass.look(p_account uuid, p_opening uuid, p_mark bytea) -> jsonb
-- look-up (security definer) glass.open(p_account uuid, p_opening jsonb) -> jsonb
-- look-up (security definer) glass.part_flow() -> trigger
-- look-up (security definer) glass.part_label() -> trigger
-- look-up (security definer) glass.part_labels() -> trigger
-- look-up (security definer) glass.told(p_account uuid, p_action text, p_object uuid) -> integer
-- look-up (security definer) ringtrail.account_by_name(p_name text) -> uuid
-- function ringtrail.account_key(p_account uuid, p_purpose text, p_offered bytea) -> bytea
-- function ringtrail.add_up_days(p_account uuid, p_from date, p_to date, p_most integer) -> integer
-- look-up (security definer) ringtrail.all_accounts() -> SETOF ringtrail.accounts
-- look-up (security definer) ringtrail.all_routes() -> SETOF jsonb
-- look-up (security definer) ringtrail.api_key_by_hash(p_sha256 text, p_now_ms double precision) -> SETOF ringtrail.api_keys
-- function ringtrail.append_event(p_account uuid, p_call uuid, p_event jsonb) -> jsonb
-- function ringtrail.append_signs(p_account uuid, p_visit uuid, p_signs jsonb) -> boolean
-- function ringtrail.arrivals(p_account uuid, p_since_ms double precision) -> jsonb
-- function ringtrail.call_by_ref(p_account uuid, p_connection uuid, p_ref text) -> uuid
-- function ringtrail.call_hours(p_account uuid, p_since_ms double precision) -> jsonb
-- function ringtrail.call_told(p_account uuid, p_call uuid, p_more jsonb) -> jsonb
-- function ringtrail.called_ms(p_account uuid, p_since_ms double precision) -> double precision
-- function ringtrail.claim_deliveries(p_account uuid, p_claim jsonb) -> jsonb
-- look-up (security definer) ringtrail.connection_by_id(p_id uuid) -> SETOF ringtrail.connections
-- function ringtrail.cover_costs(p_account uuid, p_from date, p_to date) -> TABLE(day date, days integer, is_joined boolean)
-- function ringtrail.cover_days(p_account uuid, p_from date, p_to date) -> TABLE(day date, days integer)
-- function ringtrail.current_account() -> uuid
-- look-up (security definer) ringtrail.deliveries_due(p_now_ms double precision) -> jsonb
-- function ringtrail.find_kept(p_account uuid, p_visit uuid, p_visitor uuid, p_pool uuid, p_slices text[], p_may_share boolean, p_is_returning boolean, p_now timestamp with time zone, OUT how text, OUT lease ringtrail.leases) -> record
-- function ringtrail.find_number(p_account uuid, p_visit uuid, p_plan jsonb, OUT how text, OUT lease ringtrail.leases) -> record
-- function ringtrail.forget_visitor(p_account uuid, p_visitor uuid) -> integer
-- function ringtrail.former_number(p_account uuid, p_visitor uuid, p_pool uuid, p_slices text[], p_now timestamp with time zone) -> uuid
-- function ringtrail.guard_tenant(IN p_table regclass)
-- function ringtrail.holdings(p_account uuid, p_number uuid, p_rang_ms double precision, p_window_ms double precision) -> json
-- look-up (security definer) ringtrail.invitation_by_hash(p_sha256 text, p_now_ms double precision) -> SETOF ringtrail.invitations
-- function ringtrail.is_spam(p_state jsonb) -> boolean
-- function ringtrail.join_costs(p_account uuid, p_most integer) -> integer
-- function ringtrail.join_days(p_account uuid, p_most integer) -> integer
-- function ringtrail.keep_form(p_account uuid, p_form jsonb) -> boolean
-- function ringtrail.keep_healthcare_mode() -> trigger
-- function ringtrail.keep_lent(p_account uuid, p_lent ringtrail.lent_now[]) -> void
-- function ringtrail.keep_visit(p_account uuid, p_visit jsonb) -> boolean
-- function ringtrail.keep_visits(p_account uuid, p_visits jsonb) -> uuid[]
-- function ringtrail.last_held(p_account uuid, p_number uuid, p_rang_ms double precision) -> double precision
-- function ringtrail.lend(p_account uuid, p_visit jsonb, p_plans jsonb) -> jsonb
-- function ringtrail.lend_claimed(p_account uuid, p_wish ringtrail.lend_wish) -> ringtrail.lent_now
-- function ringtrail.lend_first_rested(p_account uuid, p_visit uuid, p_pool uuid, p_slices jsonb, p_near jsonb, p_firm boolean, p_now timestamp with time zone, p_free_since timestamp with time zone, p_until timestamp with time zone, OUT how text, OUT number uuid, OUT e164 text) -> record
-- function ringtrail.lend_near(p_account uuid, p_wish ringtrail.lend_wish) -> ringtrail.lent_now
-- function ringtrail.lend_newcomer(p_account uuid, p_visit uuid, p_visitor uuid, p_site uuid, p_permission jsonb, p_landing jsonb, p_device text, p_at timestamp with time zone, p_path text, p_title text, p_channel text, p_source text, p_medium text, p_campaign text, p_keyword text, p_click_id text, p_rule text, p_pool uuid, p_slices text[], p_near text[], p_may_share boolean, p_firm boolean, p_source_number uuid, p_now timestamp with time zone, p_free_since timestamp with time zone, p_until timestamp with time zone) -> jsonb
-- function ringtrail.lend_one(p_account uuid, p_visit uuid, p_is_new boolean, p_plan jsonb) -> jsonb
-- function ringtrail.lend_rested(p_account uuid, p_wishes ringtrail.lend_wish[], p_slice integer) -> ringtrail.lent_now[]
-- function ringtrail.lend_scarce(p_account uuid, p_wish ringtrail.lend_wish) -> ringtrail.lent_now
-- function ringtrail.lend_together(p_account uuid, p_visits jsonb, p_plans jsonb) -> jsonb
-- function ringtrail.make_share_turn() -> trigger
-- look-up (security definer) ringtrail.membership_of(p_user text) -> SETOF ringtrail.members
-- look-up (security definer) ringtrail.memberships_of(p_user text) -> SETOF ringtrail.members
-- function ringtrail.moment(p_ms double precision) -> timestamp with time zone
-- function ringtrail.ms(p_at timestamp with time zone) -> double precision
-- function ringtrail.not_served(p_wishes ringtrail.lend_wish[], p_lent ringtrail.lent_now[]) -> ringtrail.lend_wish[]
-- function ringtrail.note_call(p_account uuid, p_call uuid, p_kinds text[], p_at timestamp with time zone) -> void
-- function ringtrail.note_fact(p_account uuid, p_subject uuid, p_kind text, p_key text, p_at timestamp with time zone, p_call jsonb, p_about jsonb) -> boolean
-- function ringtrail.note_healthcare_call(p_account uuid, p_call uuid, p_site uuid, p_kind text, p_rang_ms double precision, p_state jsonb) -> boolean
-- function ringtrail.note_known_fact(p_account uuid, p_fact jsonb) -> boolean
-- function ringtrail.number_states(p_account uuid, p_now_ms double precision) -> jsonb
-- function ringtrail.outcome_of(p_state jsonb) -> text
-- function ringtrail.paid_within(p_account uuid, p_sites uuid[], p_from date, p_to date) -> TABLE(source text, medium text, campaign text, keyword text, landing_path text, currency text, micros double precision, clicks double precision, impressions double precision)
-- function ringtrail.pool_settings(p_pool ringtrail.pools) -> jsonb
-- function ringtrail.pools_of(p_account uuid) -> jsonb
-- function ringtrail.refuse_change() -> trigger
-- function ringtrail.refuse_healthcare_call() -> trigger
-- function ringtrail.renew_together(p_account uuid, p_signs jsonb) -> jsonb
-- function ringtrail.ring(p_account uuid, p_call jsonb, p_state jsonb) -> jsonb
-- function ringtrail.rings_on(p_account uuid, p_number uuid, p_calls jsonb, p_from_ms double precision, p_before_ms double precision) -> jsonb
-- function ringtrail.route(p_number ringtrail.tracking_numbers, p_site ringtrail.sites) -> jsonb
-- look-up (security definer) ringtrail.route_by_number(p_connection uuid, p_dialled text) -> jsonb
-- function ringtrail.save_match(p_account uuid, p_call uuid, p_match jsonb, p_source_touch jsonb) -> void
-- function ringtrail.settle_deliveries(p_account uuid, p_now_ms double precision, p_settled jsonb) -> void
-- look-up (security definer) ringtrail.shop_by_domain(p_domain text) -> SETOF ringtrail.shopify_shops
-- look-up (security definer) ringtrail.site_by_key(p_key text) -> jsonb
-- function ringtrail.site_settings(p_site ringtrail.sites) -> jsonb
-- function ringtrail.sites_of(p_account uuid) -> jsonb
-- function ringtrail.span_start(p_day date, p_days integer) -> date
-- function ringtrail.spans_of(p_day date) -> TABLE(day date, days integer)
-- function ringtrail.take_number(p_account uuid, p_number uuid, p_now timestamp with time zone) -> ringtrail.leases
-- function ringtrail.take_rested(p_account uuid, p_pool uuid, p_slices text[], p_near text[], p_free_since timestamp with time zone, p_now timestamp with time zone) -> ringtrail.leases
-- function ringtrail.take_turn(p_account uuid, p_pool uuid, p_slices text[]) -> ringtrail.leases
-- function ringtrail.touch_call_of() -> trigger
-- function ringtrail.touch_calls_of_order() -> trigger
-- function ringtrail.touch_changed_call() -> trigger
-- function ringtrail.touch_costs() -> trigger
-- function ringtrail.touch_every_day() -> trigger
-- function ringtrail.touch_json(p_touch ringtrail.touches) -> jsonb
-- function ringtrail.touch_new_calls() -> trigger
-- function ringtrail.visit_hours(p_account uuid, p_since_ms double precision) -> jsonb
-- function ringtrail.visit_story(p_account uuid, p_visit uuid) -> jsonb
