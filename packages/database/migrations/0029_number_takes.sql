ALTER TABLE "ringtrail"."tracking_numbers" ADD COLUMN "takes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "ringtrail"."tracking_numbers" ADD CONSTRAINT "tracking_numbers_takes" CHECK (takes <@ array['sms', 'whatsapp']);
--> statement-breakpoint
-- Which numbers take more than calls is told with the site: links that write may lead to them.
create or replace function ringtrail.site_settings(p_site ringtrail.sites) returns jsonb language sql stable
return jsonb_build_object(
  'account', p_site.account_id, 'site', p_site.id, 'key', p_site.key, 'name', p_site.name, 'regime', p_site.regime,
  'origins', (select coalesce(jsonb_agg(o.origin order by o.origin), '[]') from ringtrail.site_origins o
              where o.account_id = p_site.account_id and o.site_id = p_site.id),
  'targets', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'e164', t.e164, 'label', t.label) order by t.id), '[]')
              from ringtrail.target_numbers t where t.account_id = p_site.account_id and t.site_id = p_site.id),
  'sources', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'e164', n.e164, 'target', n.target_id,
                                                           'touch', n.source_touch) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.pool_id is null
                and n.rests_until is null),
  'texting', (select coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'takes', n.takes) order by n.id), '[]')
              from ringtrail.tracking_numbers n
              where n.account_id = p_site.account_id and n.site_id = p_site.id and n.takes <> '{}'
                and n.rests_until is null),
  'pools', (select coalesce(jsonb_agg(ringtrail.pool_settings(p) order by p.id), '[]') from ringtrail.pools p
            where p.account_id = p_site.account_id and p.site_id = p_site.id));
