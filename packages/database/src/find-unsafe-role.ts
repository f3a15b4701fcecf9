import type { Sql } from "postgres";

/** The connection acts as a role that could see every account. */
export interface RoleUnsafe {
  readonly code: "database_role_unsafe";
  readonly role: string;
  readonly fix: string;
}

/** Row-level security holds nobody who is superuser or may bypass it. */
export async function findUnsafeRole(sql: Sql): Promise<RoleUnsafe | undefined> {
  const [me] = await sql<{ readonly role: string; readonly unsafe: boolean }[]>`
    select rolname as role, rolsuper or rolbypassrls as unsafe from pg_roles where rolname = current_user`;
  if (me !== undefined && !me.unsafe) return undefined;
  const role = me?.role ?? "unknown";
  const fix = `The role ${role} could see every account. Take SUPERUSER and BYPASSRLS from it.`;
  return { code: "database_role_unsafe", role, fix };
}
