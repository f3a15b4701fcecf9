import type { ISql } from "postgres";

/** A table as it is backed up. */
export interface BackupTable {
  /** With its schema, `ringtrail.calls`. */
  readonly name: string;
  /** What is stored; what PostgreSQL works out itself is left to it. */
  readonly columns: readonly string[];
  /** The primary key: the order of the rows in the file, so that the same rows make the same file. */
  readonly key: readonly string[];
  /** Columns that count by themselves. */
  readonly counters: readonly string[];
  /** Whose rows are hidden until an account is named. */
  readonly isTenant: boolean;
  /** Roles of which each sees a part that no other sees, the owner included; none where the owner sees all. */
  readonly sides: readonly string[];
}

/**
 * Every table of ours and of the auth library by the database's own catalogue, each after those it refers to. The queue's
 * own are left out: what it had to do is found again by its rounds.
 */
export async function listTables(sql: ISql): Promise<readonly BackupTable[]> {
  const rows = await sql<(BackupTable & { readonly refersTo: readonly string[] })[]>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as "isTenant",
      to_json(array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum)) as columns,
      to_json(array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped)) as counters,
      to_json(array(select a.attname::text from pg_constraint k
            cross join unnest(k.conkey) with ordinality as part (attnum, nth)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum
            where k.conrelid = c.oid and k.contype = 'p' order by part.nth)) as key,
      to_json(array(select distinct r.rolname::text from pg_policy p join pg_roles r on r.oid = any (p.polroles)
                    where p.polrelid = c.oid and not p.polpermissive order by 1)) as sides,
      to_json(array(select distinct format('%I.%I', fn.nspname, f.relname) from pg_constraint k
            join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
            where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid)) as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('ringtrail', 'care', 'glass', 'auth')
    order by 1`;
  return inOrder(rows).map(({ refersTo: _refersTo, ...table }) => table);
}

/** Puts what others refer to first. @throws when tables refer to each other in a circle. */
function inOrder<Table extends { readonly name: string; readonly refersTo: readonly string[] }>(
  tables: readonly Table[],
): readonly Table[] {
  const placed: Table[] = [];
  const names = new Set<string>();
  let waiting = tables;
  while (waiting.length > 0) {
    const free = waiting.filter(({ refersTo }) => refersTo.every((name) => names.has(name)));
    if (free.length === 0) throw new Error(`These tables refer to each other: ${waiting.map(({ name }) => name)}`);
    placed.push(...free);
    for (const { name } of free) names.add(name);
    waiting = waiting.filter(({ name }) => !names.has(name));
  }
  return placed;
}
