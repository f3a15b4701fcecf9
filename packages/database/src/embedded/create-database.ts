import { connectOnce, type Login } from "./connect-once.ts";
import { makePassword, readPassword, type ClusterFiles } from "./cluster-files.ts";

/**
 * Makes sure the database `ringtrail` exists and belongs to `ringtrail_owner`, who may create roles and is no
 * superuser: the application never runs as the cluster's superuser. Repeats safely after a start that was cut short.
 */
export async function createDatabase(files: ClusterFiles, superuser: Login): Promise<Login> {
  const password = readPassword(files.ownerPassword) ?? makePassword(files.ownerPassword);
  await connectOnce(superuser, async (sql) => {
    const [found] = await sql<{ readonly role: boolean; readonly database: boolean }[]>`
      select exists (select from pg_roles where rolname = 'ringtrail_owner') as role,
             exists (select from pg_database where datname = 'ringtrail') as database`;
    // The password holds letters, digits, "-" and "_" only, so it needs no quoting beyond the quotes.
    const can = `login nosuperuser nobypassrls nocreatedb createrole password '${password}'`;
    await sql.unsafe(`${found?.role ? "alter" : "create"} role ringtrail_owner ${can}`);
    if (!found?.database) await sql.unsafe("create database ringtrail owner ringtrail_owner");
  });
  return { port: superuser.port, user: "ringtrail_owner", password, database: "ringtrail" };
}
