import type { Sql } from "postgres";

/** A row as its text, with where it lies and which transaction wrote it. */
export interface DumpedRow {
  readonly table: string;
  readonly place: string;
  readonly writtenBy: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Every row of every table a role may read, in the order they lie on disk. */
export async function dumpTables(sql: Sql, account: string): Promise<readonly DumpedRow[]> {
  return sql.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    const tables = await work<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('ringtrail', 'care', 'glass') and has_schema_privilege(n.oid, 'usage')
        and has_table_privilege(c.oid, 'select') order by 1`;
    const rows: DumpedRow[] = [];
    for (const { name } of tables) {
      rows.push(
        ...(await work.unsafe<DumpedRow[]>(
          `select '${name}' as table, ctid::text as place, xmin::text as "writtenBy", to_jsonb(t) as row
           from ${name} t order by t.ctid`,
        )),
      );
    }
    return rows;
  });
}
