-- A clinic's call is forgotten with the way it came. What was not counted yet stays: marketing counts whole periods, and a
-- call that left one before its end would be told by what is missing. Answers the marks of those that stay, and no way.
create function glass.forget_links(p_account uuid, p_marks jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_marks bytea[] := array(select decode(m, 'hex') from jsonb_array_elements_text(p_marks) m);
begin
  perform set_config('ringtrail.account', p_account::text, true);
  delete from glass.links l
  where l.account_id = p_account and l.mark = any (v_marks) and l.counted_in is not null;
  return coalesce((select jsonb_agg(encode(l.mark, 'hex')) from glass.links l
                   where l.account_id = p_account and l.mark = any (v_marks)), '[]');
end $$;
--> statement-breakpoint
revoke all on function glass.forget_links(uuid, jsonb) from public;
grant execute on function glass.forget_links(uuid, jsonb) to ringtrail_glass;
