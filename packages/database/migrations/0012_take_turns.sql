-- Whose turn it is to be shared. Rows are made with the lease, so that no two visits ever wait for each other's.
call ringtrail.guard_tenant('ringtrail.share_turns');
grant select, insert, update, delete on ringtrail.share_turns to ringtrail_api;
alter table ringtrail.share_turns set (fillfactor = 60);
--> statement-breakpoint
create function ringtrail.make_share_turn() returns trigger language plpgsql as $$
begin
  insert into ringtrail.share_turns (account_id, pool_id, slice) values (new.account_id, new.pool_id, new.slice)
  on conflict do nothing;
  return null;
end $$;
create trigger share_turn after insert or update of pool_id, slice on ringtrail.leases
  for each row execute function ringtrail.make_share_turn();
--> statement-breakpoint
-- Row security holds the owner too: one account after the other.
do $$
declare
  v_account uuid;
begin
  for v_account in select a.account_id from ringtrail.accounts a loop
    perform set_config('ringtrail.account', v_account::text, true);
    insert into ringtrail.share_turns (account_id, pool_id, slice)
    select distinct l.account_id, l.pool_id, l.slice from ringtrail.leases l;
  end loop;
  perform set_config('ringtrail.account', '', true);
end $$;
--> statement-breakpoint
-- The number whose turn it is to be shared, slice by slice. Nobody waits for a turn: who finds it taken shares the same
-- number as whoever takes it.
create function ringtrail.take_turn(p_account uuid, p_pool uuid, p_slices text[]) returns ringtrail.leases
language plpgsql as $$
declare
  v_slice text;
  v_last text;
  v_is_ours boolean;
  v_lease ringtrail.leases;
begin
  foreach v_slice in array p_slices loop
    select t.e164 into v_last from ringtrail.share_turns t
    where t.account_id = p_account and t.pool_id = p_pool and t.slice = v_slice for no key update skip locked;
    v_is_ours := found;
    if not v_is_ours then
      select t.e164 into v_last from ringtrail.share_turns t
      where t.account_id = p_account and t.pool_id = p_pool and t.slice = v_slice;
    end if;
    select * into v_lease from ringtrail.leases l
    where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice and l.e164 > coalesce(v_last, '')
    order by l.e164 limit 1;
    if not found then
      select * into v_lease from ringtrail.leases l
      where l.account_id = p_account and l.pool_id = p_pool and l.slice = v_slice
      order by l.e164 limit 1;
    end if;
    if found then
      if v_is_ours then
        update ringtrail.share_turns t set e164 = v_lease.e164
        where t.account_id = p_account and t.pool_id = p_pool and t.slice = v_slice;
      end if;
      return v_lease;
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
-- Of the numbers a visitor was shown before, the newest that nobody holds and that lies in the slices.
create function ringtrail.former_number(p_account uuid, p_visitor uuid, p_pool uuid, p_slices text[], p_now timestamptz)
returns uuid language sql stable
return (
  select l.number_id
  from ringtrail.visits v
  join ringtrail.impressions i on i.account_id = v.account_id and i.visit_id = v.id and i.pool_id = p_pool
  join ringtrail.leases l on l.account_id = i.account_id and l.number_id = i.number_id
  where v.account_id = p_account and v.visitor_id = p_visitor and i.how <> 'source'
    and l.pool_id = p_pool and l.slice = any (p_slices) and (l.until is null or l.until <= p_now)
  order by i.shown_at desc, l.e164 limit 1);
drop function ringtrail.former_numbers(uuid, uuid);
--> statement-breakpoint
-- Finds the number a plan gives, in the order of the port, and locks it if it is to be lent, waiting where it must; a
-- shared one stays unlocked. No row: the pool gives nothing.
create or replace function ringtrail.find_number(p_account uuid, p_visit uuid, p_plan jsonb, out how text,
                                                 out lease ringtrail.leases)
language plpgsql as $$
declare
  v_pool uuid := (p_plan ->> 'pool')::uuid;
  v_now timestamptz := ringtrail.moment((p_plan ->> 'now')::double precision);
  v_free_since timestamptz := ringtrail.moment((p_plan ->> 'freeSince')::double precision);
  v_may_share boolean := (p_plan ->> 'mayShare')::boolean;
  v_slices text[] := array(select jsonb_array_elements_text(p_plan -> 'slices'));
  v_number uuid;
begin
  -- The visit's own number, also when its time ran out and nobody took it.
  select * into lease from ringtrail.leases l
  where l.account_id = p_account and l.pool_id = v_pool and l.visit_id = p_visit
  order by l.until desc limit 1 for no key update;
  if found then how := 'kept'; return; end if;

  -- The number it shares: its own from now on if the holder is gone.
  select s.number_id into v_number from ringtrail.shares s
  where s.account_id = p_account and s.visit_id = p_visit and s.pool_id = v_pool
  order by s.shared_at desc limit 1;
  if found then
    lease := ringtrail.take_number(p_account, v_number, v_now);
    if lease.number_id is not null then how := 'kept'; return; end if;
    if v_may_share then
      select * into lease from ringtrail.leases l where l.account_id = p_account and l.number_id = v_number;
      how := 'shared';
      return;
    end if;
  end if;

  -- The visitor's former one.
  if (p_plan ->> 'isReturning')::boolean then
    select ringtrail.former_number(p_account, v.visitor_id, v_pool, v_slices, v_now) into v_number
    from ringtrail.visits v where v.account_id = p_account and v.id = p_visit;
    if v_number is not null then
      lease := ringtrail.take_number(p_account, v_number, v_now);
      if lease.number_id is not null then how := 'kept'; return; end if;
    end if;
  end if;

  -- The longest-rested one nobody holds, slice by slice.
  if exists (select from ringtrail.leases l
             where l.account_id = p_account and l.pool_id = v_pool and l.slice = any (v_slices)
               and (l.until is null or l.until <= v_now)) then
    lease := ringtrail.take_rested(p_account, v_pool, v_slices, v_now);
    if lease.number_id is not null then
      how := case when lease.until is null or lease.until <= v_free_since then 'free' else 'resting' end;
      return;
    end if;
  end if;

  -- The one whose turn it is to be shared.
  if v_may_share then
    lease := ringtrail.take_turn(p_account, v_pool, v_slices);
    how := case when lease.number_id is not null then 'shared' end;
  end if;
end $$;
