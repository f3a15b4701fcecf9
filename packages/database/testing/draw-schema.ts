import type { Sql } from "postgres";

interface Drawn {
  readonly text: string;
}

/**
 * Draws the schema of a migrated database as SQL for people to read: tables with their keys, who may do what, and the
 * functions' heads. Read from the catalogue, so it shows what is there and not what was meant.
 */
export async function drawSchema(sql: Sql): Promise<string> {
  const tables = await sql<Drawn[]>`
    select format(E'-- %s\ncreate table %I.%I (\n%s\n);%s%s%s', case
        when c.relrowsecurity and c.relforcerowsecurity then 'row security: forced' else 'row security: none' end,
      n.nspname, c.relname,
      (select string_agg(line, E',\n' order by place, name) from (
         select 0 as place, lpad(a.attnum::text, 4, '0') as name,
                format('  %I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                       case when a.attnotnull then ' not null' else '' end) as line
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         union all
         select case k.contype when 'p' then 1 when 'u' then 2 when 'f' then 3 else 4 end, k.conname,
                '  ' || pg_get_constraintdef(k.oid)
         from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')) lines),
      coalesce((select string_agg(E'\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text)
                from pg_index i where i.indrelid = c.oid
                  and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), ''),
      coalesce((select string_agg(format(E'\ncreate policy %I on %I.%I for %s to %s%s;', p.policyname, p.schemaname,
                                         p.tablename, lower(p.cmd), array_to_string(p.roles, ', '),
                                         case p.permissive when 'RESTRICTIVE' then ' -- restrictive' else '' end), ''
                                  order by p.policyname)
                from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), ''),
      coalesce((select string_agg(format(E'\ngrant %s on %I.%I to %s;', g.what, n.nspname, c.relname, g.grantee), ''
                                  order by g.grantee)
                from (select grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as what
                      from information_schema.role_table_grants
                      where table_schema = n.nspname and table_name = c.relname and grantee like 'ringtrail\_%'
                        and grantee <> 'ringtrail_owner'
                      group by grantee) g), '')) as text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ringtrail', 'care', 'glass', 'auth') and c.relkind = 'r'
    order by n.nspname, c.relname`;
  const functions = await sql<Drawn[]>`
    select format('-- %s %I.%I(%s)%s', case when p.prosecdef then 'look-up (security definer)' else 'function' end,
                  n.nspname, p.proname, pg_get_function_identity_arguments(p.oid),
                  coalesce(' -> ' || pg_get_function_result(p.oid), '')) as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('ringtrail', 'care', 'glass')
    order by n.nspname, p.proname`;
  const head = "-- Drawn from a migrated database by `pnpm --filter @ringtrail/database schema`. Not run by anything.";
  const parts = [head, ...tables.map(({ text }) => text), functions.map(({ text }) => text).join("\n")];
  return `${parts.join("\n\n")}\n`;
}
