-- Whether the number rests: its calls are ghosts. A number that was given back leads nowhere: null is no route.
create or replace function ringtrail.route(p_number ringtrail.tracking_numbers, p_site ringtrail.sites) returns jsonb
language sql stable
return case when p_number.released_at is null then jsonb_strip_nulls(jsonb_build_object(
  'account', p_number.account_id, 'connection', p_number.connection_id, 'number', p_number.id, 'e164', p_number.e164,
  'site', p_number.site_id, 'pool', p_number.pool_id,
  'isResting', nullif(p_number.rests_until is not null, false), 'sourceTouch', p_number.source_touch, 'flow', p_site.flow,
  'businessPlaces', p_site.business_places)) end;
