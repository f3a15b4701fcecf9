-- An account that was taken in from another server brings the order its rows arrived in; what comes next counts on from
-- there.
grant select, update on sequence ringtrail.call_events_arrival_seq to ringtrail_api;
--> statement-breakpoint
grant select, update on sequence care.recordings_arrival_seq to ringtrail_care;
