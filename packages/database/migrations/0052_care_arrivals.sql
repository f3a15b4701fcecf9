-- An account that moves in counts the events of its calls on the care side on, as it does on the other (0033).
grant select, update on sequence care.call_events_arrival_seq to ringtrail_care;
