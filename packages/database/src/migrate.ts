import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type ISql, type Sql } from "postgres";
import { err, ok, type Result } from "@ringtrail/core";

/** Why the database cannot be brought up to date. Nothing was changed. */
export interface MigrationTrouble {
  readonly code: "database_too_old" | "database_newer_than_server" | "migration_needs_createrole";
  readonly fix: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Shipped in the package, one folder up from the source as from the build. */
export const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));
const table = { migrationsSchema: "ringtrail_migrations", migrationsTable: "applied" };

/** Any number will do, as long as every Ringtrail server takes the same one. */
const advisoryLock = 7_246_120_318;

/**
 * Brings the database up to date: numbered SQL files, each once, all in one transaction, as the database's owner.
 * Servers that start together take turns.
 */
export async function migrate(url: string): Promise<Result<{ readonly applied: number }, MigrationTrouble>> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${advisoryLock})`;
    const before = await countApplied(sql);
    const trouble = await findTrouble(sql, before);
    if (trouble !== undefined) return err(trouble);
    await runMigrations(drizzle(sql), { migrationsFolder, ...table });
    return ok({ applied: (await countApplied(sql)) - before });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** How many migrations the database has had; 0 for one we never touched. */
export async function countApplied(sql: ISql): Promise<number> {
  const [found] = await sql<{ readonly there: boolean }[]>`
    select to_regclass(${`${table.migrationsSchema}.${table.migrationsTable}`}) is not null as there`;
  if (!found?.there) return 0;
  const [applied] = await sql<{ readonly count: number }[]>`
    select count(*)::int as count from ${sql(table.migrationsSchema)}.${sql(table.migrationsTable)}`;
  return applied?.count ?? 0;
}

/** Why the database cannot be brought up to date; undefined when it can. */
export async function findTrouble(sql: Sql, applied: number): Promise<MigrationTrouble | undefined> {
  // An earlier version has made all but the youngest, and lets go of the look-ups' role after it used it.
  const wanted = applied === 0 ? "ringtrail_api ringtrail_care ringtrail_glass ringtrail_lookup" : "ringtrail_glass";
  const [server] = await sql<{ readonly version: number; readonly mayMakeRoles: boolean }[]>`
    select current_setting('server_version_num')::int / 10000 as version,
           (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
             or (select bool_and(exists (select from pg_roles where rolname = role and pg_has_role(current_user, oid, 'usage')))
                 from string_to_table(${wanted}, ' ') role) as "mayMakeRoles"`;
  const version = server?.version ?? 0;
  if (version < 15) {
    const fix = "Ringtrail needs PostgreSQL 15 or newer. Upgrade the server that DATABASE_URL names.";
    return { code: "database_too_old", fix, facts: { version } };
  }
  const known = readMigrationFiles({ migrationsFolder }).length;
  if (applied > known) {
    const fix = "A newer Ringtrail has used this database. Start that version or a later one.";
    return { code: "database_newer_than_server", fix, facts: { applied, known } };
  }
  if (applied < known && !server?.mayMakeRoles) {
    const fix =
      "The user of DATABASE_URL may not create roles. Run ALTER ROLE <user> CREATEROLE, or create the roles " +
      "ringtrail_api, ringtrail_care, ringtrail_glass and ringtrail_lookup (NOLOGIN) and grant them to the user.";
    return { code: "migration_needs_createrole", fix, facts: {} };
  }
  return undefined;
}
