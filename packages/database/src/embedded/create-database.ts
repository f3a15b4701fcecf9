import { connectOnce, type Login } from "./connect-once.ts";
import { keepPassword, makePassword, readPassword } from "./cluster-files.ts";

/**
 * Makes sure the database `ringtrail` exists and belongs to `ringtrail_owner`, who may create roles and is no
 * superuser: the application never runs as the cluster's superuser. Repeats safely after a start that was cut short.
 */
export async function createDatabase(folder: string, superuser: Login): Promise<Login> {
  const password = await connectOnce(superuser, async (sql) => {
    // Of several starts at once one makes the password, and the others read it.
    await sql`select pg_advisory_lock(1)`;
    const kept = readPassword(folder, "owner") ?? keepPassword(folder, "owner", makePassword());
    const [found] = await sql<{ readonly role: boolean; readonly database: boolean }[]>`
      select exists (select from pg_roles where rolname = 'ringtrail_owner') as role,
             exists (select from pg_database where datname = 'ringtrail') as database`;
    const can = `login nosuperuser nobypassrls nocreatedb createrole password '${kept}'`;
    await sql.unsafe(`${found?.role ? "alter" : "create"} role ringtrail_owner ${can}`);
    if (!found?.database) await sql.unsafe("create database ringtrail owner ringtrail_owner");
    return kept;
  });
  return { port: superuser.port, user: "ringtrail_owner", password, database: "ringtrail" };
}
