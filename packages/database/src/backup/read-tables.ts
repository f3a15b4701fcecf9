import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import postgres, { type TransactionSql } from "postgres";
import { err, ok, type Result } from "@ringtrail/core";
import { countApplied } from "../migrate.ts";
import { tablePath, type BackupManifest, type TableFile } from "./backup-manifest.ts";
import { listTables, type BackupTable } from "./list-tables.ts";
import { quoted } from "./write-tables.ts";

/** Why a backup cannot be restored. Nothing was changed. */
export interface RestoreTrouble {
  readonly code: "backup_file_damaged" | "backup_of_another_version" | "restore_into_used_database";
  /** The table or file it is about. */
  readonly about: string;
  readonly fix: string;
}

/**
 * Puts the rows of a backup into a migrated database that holds none, all of them or none.
 *
 * @param url the database's owner.
 */
export async function readTables(
  url: string,
  folder: string,
  { migrations, tables }: Pick<BackupManifest, "migrations" | "tables">,
): Promise<Result<{ readonly rows: number }, RestoreTrouble>> {
  const damaged = await findDamage(folder, tables);
  if (damaged !== undefined) {
    const fix = "The file is not what was written. Take another copy of the backup.";
    return err({ code: "backup_file_damaged", about: damaged, fix });
  }
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    return await sql.begin(async (work) => {
      const here = await listTables(work);
      const foreign = await findDifference(work, here, { migrations, tables });
      if (foreign !== undefined) return err(foreign);
      // Row security lets nobody COPY into a table. It is back before anybody else sees a row.
      await forceRowSecurity(work, here, false);
      const used = await findUsed(work, here);
      if (used !== undefined) {
        await forceRowSecurity(work, here, true);
        const fix = "Restore into an empty database: a new data folder, or a new database for DATABASE_URL.";
        return err({ code: "restore_into_used_database", about: used, fix });
      }
      for (const table of tables) await readTable(work, table, folder);
      await setCounters(work, here);
      await forceRowSecurity(work, here, true);
      return ok({ rows: tables.reduce((sum, { rows }) => sum + rows, 0) });
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The first file that is not what the manifest says. */
async function findDamage(folder: string, tables: readonly TableFile[]): Promise<string | undefined> {
  for (const { name, sha256 } of tables) {
    const hash = createHash("sha256");
    const read = await pipeline(createReadStream(path.join(folder, tablePath(name))), hash).then(
      () => true,
      () => false,
    );
    if (!read || hash.digest("hex") !== sha256) return tablePath(name);
  }
  return undefined;
}

async function findDifference(
  work: TransactionSql,
  here: readonly BackupTable[],
  { migrations, tables }: Pick<BackupManifest, "migrations" | "tables">,
): Promise<RestoreTrouble | undefined> {
  const known = await countApplied(work);
  const shape = (table: { readonly name: string; readonly columns: readonly string[] }) =>
    `${table.name} ${table.columns.toSorted().join(" ")}`;
  const ours = new Set(here.map(shape));
  const odd = tables.find((table) => !ours.has(shape(table)));
  if (known === migrations && odd === undefined && here.length === tables.length) return undefined;
  const fix =
    "Restore it with the version of Ringtrail that made it, then start the newer one: it brings the rows up to date.";
  return { code: "backup_of_another_version", about: odd?.name ?? `${migrations} migrations, ${known} here`, fix };
}

async function findUsed(work: TransactionSql, here: readonly BackupTable[]): Promise<string | undefined> {
  for (const { name } of here) {
    const [row] = await work.unsafe(`select exists (select from ${name}) as used`);
    if (row?.["used"] === true) return name;
  }
  return undefined;
}

async function forceRowSecurity(work: TransactionSql, here: readonly BackupTable[], isForced: boolean): Promise<void> {
  for (const { name, isTenant } of here) {
    if (isTenant) await work.unsafe(`alter table ${name} ${isForced ? "force" : "no force"} row level security`);
    // What a trigger made of a row was backed up beside it.
    await work.unsafe(`alter table ${name} ${isForced ? "enable" : "disable"} trigger user`);
  }
}

async function readTable(work: TransactionSql, { name, columns }: TableFile, folder: string): Promise<void> {
  const list = columns.map(quoted).join(", ");
  const into = await work.unsafe(`copy ${name} (${list}) from stdin`).writable();
  await pipeline(createReadStream(path.join(folder, tablePath(name))), into);
}

/** A counter goes on after the highest number that was restored. */
async function setCounters(work: TransactionSql, here: readonly BackupTable[]): Promise<void> {
  for (const { name, counters } of here) {
    for (const column of counters) {
      await work.unsafe(
        `select setval(pg_get_serial_sequence('${name}', '${column}'), max(${quoted(column)}))
         from ${name} having count(*) > 0`,
      );
    }
  }
}
