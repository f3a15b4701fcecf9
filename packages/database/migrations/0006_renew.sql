-- A sign of life: leases become firm and last longer, also one that ran out and that nobody took. A mere heartbeat
-- leaves a provisional lease as it is.
create function ringtrail.renew(p_account uuid, p_visit uuid, p_now_ms double precision, p_until_ms double precision,
                                p_only_if_firm boolean) returns boolean language plpgsql as $$
declare
  v_now timestamptz := ringtrail.moment(p_now_ms);
  v_until timestamptz := ringtrail.moment(p_until_ms);
  v_holds boolean;
  v_numbers uuid[];
  v_shares integer;
begin
  perform set_config('ringtrail.account', p_account::text, true);
  update ringtrail.visits v set last_seen_at = greatest(v.last_seen_at, v_now)
  where v.account_id = p_account and v.id = p_visit;
  if not found then return false; end if;
  v_numbers := array(select distinct i.number_id from ringtrail.impressions i
                     where i.account_id = p_account and i.visit_id = p_visit);
  -- Locked in the order in which lending locks, so that the two cannot wait in a circle. A row that stays as it is is
  -- not locked: lending passes over locked rows, and this one may be free.
  perform from ringtrail.leases l
  where l.account_id = p_account and l.number_id = any (v_numbers) and l.visit_id = p_visit
    and (l.firm or not p_only_if_firm)
  order by l.pool_id, l.number_id for no key update;
  update ringtrail.leases l set firm = true, last_seen_at = v_now, until = greatest(l.until, v_until)
  where l.account_id = p_account and l.number_id = any (v_numbers) and l.visit_id = p_visit
    and (l.firm or not p_only_if_firm);
  v_holds := exists (select from ringtrail.leases l
                     where l.account_id = p_account and l.number_id = any (v_numbers) and l.visit_id = p_visit);
  update ringtrail.shares s set until = greatest(s.until, v_until)
  where s.account_id = p_account and s.visit_id = p_visit;
  get diagnostics v_shares = row_count;
  return v_holds or v_shares > 0;
end $$;
--> statement-breakpoint
-- Numbers a visitor was shown before, newest first, each once.
create function ringtrail.former_numbers(p_account uuid, p_visitor uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('pool', f.pool_id, 'number', f.number_id) order by f.shown_at desc), '[]')
    from (select distinct on (i.number_id) i.number_id, i.pool_id, i.shown_at
          from ringtrail.visits v
          join ringtrail.impressions i on i.account_id = v.account_id and i.visit_id = v.id
          where v.account_id = p_account and v.visitor_id = p_visitor and i.number_id is not null and i.how <> 'source'
          order by i.number_id, i.shown_at desc) f);
end $$;
--> statement-breakpoint
create function ringtrail.pools_of(p_account uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select coalesce(jsonb_agg(ringtrail.pool_settings(p) order by p.id), '[]') from ringtrail.pools p
          where p.account_id = p_account);
end $$;
--> statement-breakpoint
-- Every number with its lease and how many others are shown it now.
create function ringtrail.number_states(p_account uuid, p_now_ms double precision) returns jsonb language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'number', n.id, 'e164', n.e164, 'pool', n.pool_id,
             'slice', coalesce(n.slice, n.source_touch ->> 'channel'),
             'sharers', (select count(*) from ringtrail.shares s
                         where s.account_id = p_account and s.number_id = n.id
                           and s.visit_id is distinct from l.visit_id and s.until > ringtrail.moment(p_now_ms)),
             'lease', jsonb_build_object(
               'number', n.id, 'visit', l.visit_id, 'firm', coalesce(l.firm, false),
               'lastSeenAt', ringtrail.ms(l.last_seen_at), 'until', ringtrail.ms(l.until))))
             order by n.e164), '[]')
    from ringtrail.tracking_numbers n
    left join ringtrail.leases l on l.account_id = n.account_id and l.number_id = n.id
    where n.account_id = p_account);
end $$;
