-- Most visits are new, alone, and want one number. They are lent it by a function that is told everything by itself:
-- taking each field out of JSON within the statements took a quarter of the time of a lend. Whatever is not so plain is
-- left to `lend_one`, which knows every case.
create function ringtrail.lend_newcomer(
  p_account uuid, p_visit uuid, p_visitor uuid, p_site uuid, p_permission jsonb, p_landing jsonb, p_device text,
  p_at timestamptz, p_path text, p_title text, p_channel text, p_source text, p_medium text, p_campaign text,
  p_keyword text, p_click_id text, p_rule text, p_pool uuid, p_slices text[], p_near text[], p_may_share boolean,
  p_firm boolean, p_source_number uuid, p_now timestamptz, p_free_since timestamptz, p_until timestamptz)
returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  -- Assigned: what PostgreSQL can work out as a plain expression is no statement of its own.
  v_account text := set_config('ringtrail.account', p_account::text, true);
  v_is_new boolean;
  v_slice text;
  v_number uuid;
  v_e164 text;
  v_was timestamptz;
  v_how text;
begin
  insert into ringtrail.visits as v
    (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
  select p_account, p_visit, p_visitor, s.id, p_permission, p_landing, p_device, p_at, p_at
  from ringtrail.sites s where s.account_id = p_account and s.id = p_site
  on conflict (account_id, id) do update set last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at)
  returning v.xmax = 0 into v_is_new;
  if not found then raise exception 'the account has no such site' using errcode = 'foreign_key_violation'; end if;
  if v_is_new then
    insert into ringtrail.touches (account_id, visit_id, at, channel, source, medium, campaign, keyword, click_id, rule)
    values (p_account, p_visit, p_at, p_channel, p_source, p_medium, p_campaign, p_keyword, p_click_id, p_rule);
    insert into ringtrail.page_views (account_id, visit_id, at, path, title)
    values (p_account, p_visit, p_at, p_path, p_title);
    if p_near = '{}' then
      foreach v_slice in array p_slices loop
        with rested as materialized (
          select l.number_id, l.until from ringtrail.leases l
          where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice
            and (l.until is null or l.until <= p_now)
          order by l.until nulls first, l.e164
          limit 1 for no key update skip locked)
        update ringtrail.leases l set visit_id = p_visit, firm = p_firm, last_seen_at = p_now, until = p_until
        from rested r where l.account_id = p_account and l.number_id = r.number_id
        returning l.number_id, l.e164, r.until into v_number, v_e164, v_was;
        if found then
          delete from ringtrail.shares s
          where s.account_id = p_account and s.number_id = v_number and s.until <= p_free_since;
          v_how := case when v_was is null or v_was <= p_free_since then 'free' else 'resting' end;
          insert into ringtrail.impressions (account_id, visit_id, pool_id, shown_at, number_id, how, until)
          values (p_account, p_visit, p_pool, p_now, v_number, v_how, p_until);
          return jsonb_build_object('how', v_how, 'number', v_number, 'e164', v_e164);
        end if;
      end loop;
    end if;
  end if;
  return ringtrail.lend_one(p_account, p_visit, v_is_new, jsonb_build_object(
    'pool', p_pool, 'slices', p_slices, 'near', p_near, 'mayShare', p_may_share, 'firm', p_firm, 'isReturning', false,
    'sourceNumber', p_source_number, 'now', ringtrail.ms(p_now), 'freeSince', ringtrail.ms(p_free_since),
    'until', ringtrail.ms(p_until)));
end $$;
