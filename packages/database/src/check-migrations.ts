import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { err, ok, type Result } from "@ringtrail/core";
import { countApplied, findTrouble, migrationsFolder, type MigrationTrouble } from "./migrate.ts";

/** How far a database has been brought. */
export interface MigrationState {
  readonly applied: number;
  /** What the next start applies. */
  readonly pending: number;
  /** The server's version in its own words: `18.4`. */
  readonly server: string;
}

/** Looks how far a database has been brought, and changes nothing. @throws when it cannot be reached. */
export async function checkMigrations(url: string): Promise<Result<MigrationState, MigrationTrouble>> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    const [said] = await sql<{ readonly server: string }[]>`select current_setting('server_version') as server`;
    const applied = await countApplied(sql);
    const trouble = await findTrouble(sql, applied);
    if (trouble !== undefined) return err(trouble);
    const pending = readMigrationFiles({ migrationsFolder }).length - applied;
    return ok({ applied, pending, server: said?.server.split(" ")[0] ?? "unknown" });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
