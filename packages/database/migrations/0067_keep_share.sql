-- A visit that comes for the number it holds already swept the number's old shares, where many were served together and
-- not where it came alone: whoever had shared the number was then shown another one. Only who takes a number sweeps it.
create or replace function ringtrail.lend_claimed(p_account uuid, p_wish ringtrail.lend_wish) returns ringtrail.lent_now
language plpgsql as $$
declare
  v_found record;
  v_lease ringtrail.leases;
  v_until timestamptz := p_wish.until;
  v_sweeps_until timestamptz := p_wish.free_since;
begin
  v_found := ringtrail.find_kept(p_account, p_wish.visit, p_wish.visitor, p_wish.pool, p_wish.slices, p_wish.may_share,
                                 p_wish.is_returning, p_wish.at);
  v_lease := v_found.lease;
  if v_found.how = 'kept' then
    if v_lease.visit_id = p_wish.visit then v_sweeps_until := '-infinity'; end if;
    update ringtrail.leases l
    set visit_id = p_wish.visit, last_seen_at = p_wish.at,
        firm = p_wish.firm or (l.visit_id = p_wish.visit and l.firm),
        until = case when l.visit_id = p_wish.visit then greatest(l.until, p_wish.until) else p_wish.until end
    where l.account_id = p_account and l.number_id = v_lease.number_id
    returning l.until into v_until;
  end if;
  return row(p_wish.nth, p_wish.place, p_wish.visit, p_wish.is_new, p_wish.pool, p_wish.at, v_sweeps_until,
             v_found.how, v_lease.number_id, v_lease.e164, v_until)::ringtrail.lent_now;
end $$;
