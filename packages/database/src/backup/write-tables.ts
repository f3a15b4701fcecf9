import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import { once } from "node:events";
import postgres, { type TransactionSql } from "postgres";
import { countApplied } from "../migrate.ts";
import { tablePath, type BackupManifest, type TableFile } from "./backup-manifest.ts";
import { listTables, type BackupTable } from "./list-tables.ts";

/**
 * Writes every row of every account as it is at one instant, while the server runs on. What is sealed stays sealed: the
 * keys in it are wrapped by the master key, which is not in it.
 *
 * @param url the database's owner. @param folder exists and is empty.
 */
export async function writeTables(url: string, folder: string): Promise<Pick<BackupManifest, "migrations" | "tables">> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    await mkdir(path.join(folder, "tables"), { mode: 0o700 });
    return await sql.begin("isolation level repeatable read read only", async (work) => {
      const migrations = await countApplied(work);
      const tables = await listTables(work);
      const accounts = await allAccounts(work);
      const files: TableFile[] = [];
      for (const table of tables) files.push(await writeTable(work, table, accounts, folder));
      return { migrations, tables: files };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Only the look-up sees accounts without being told which. */
async function allAccounts(work: TransactionSql): Promise<readonly string[]> {
  await work`set local role ringtrail_api`;
  const rows = await work<{ id: string }[]>`select account_id as id from ringtrail.all_accounts() order by 1`;
  await work`set local role none`;
  return rows.map(({ id }) => id);
}

async function writeTable(
  work: TransactionSql,
  table: BackupTable,
  accounts: readonly string[],
  folder: string,
): Promise<TableFile> {
  const { name, columns, isTenant, sides } = table;
  const file = createWriteStream(path.join(folder, tablePath(name)), { flags: "wx", mode: 0o600 });
  const hash = createHash("sha256");
  const seen = { rows: 0, bytes: 0 };
  for (const account of isTenant ? accounts : [undefined]) {
    for (const side of sides.length === 0 ? ["none"] : sides) {
      for await (const piece of copyOut(work, table, account, side)) {
        hash.update(piece);
        seen.bytes += piece.length;
        for (const byte of piece) if (byte === lineEnd) seen.rows += 1;
        if (!file.write(piece)) await once(file, "drain");
      }
    }
  }
  file.end();
  await finished(file);
  return { name, columns, ...seen, sha256: hash.digest("hex") };
}

async function* copyOut(
  work: TransactionSql,
  { name, columns, key }: BackupTable,
  account: string | undefined,
  side: string,
): AsyncGenerator<Buffer> {
  await work.unsafe(`set local role ${side}`);
  if (account !== undefined) await work`select set_config('ringtrail.account', ${account}, true)`;
  // COPY takes no parameters; an account's id comes from the database and is a UUID.
  const where = account === undefined ? "" : `where account_id = '${account}'`;
  const [list, order] = [columns, key].map((names) => names.map(quoted).join(", "));
  yield* await work.unsafe(`copy (select ${list} from ${name} ${where} order by ${order}) to stdout`).readable();
  await work`set local role none`;
}

/** COPY writes a line break inside a value as two characters, so every one of these ends a row. */
const lineEnd = 0x0a;

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
