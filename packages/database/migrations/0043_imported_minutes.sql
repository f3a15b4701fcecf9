-- Calls that another call tracker took cost nothing here: they are left out of the minutes an account may spend.
create or replace function ringtrail.called_ms(p_account uuid, p_since_ms double precision) returns double precision
language plpgsql as $$
begin
  perform set_config('ringtrail.account', p_account::text, true);
  return (select coalesce(sum((c.state ->> 'lengthMs')::double precision), 0) from ringtrail.calls c
          where c.account_id = p_account and c.rang_at >= ringtrail.moment(p_since_ms)
            and not exists (select from ringtrail.connections n where n.account_id = c.account_id
                              and n.id = c.connection_id and n.carrier = 'imported'));
end $$;
