import path from "node:path";
import type { Command } from "commander";
import { missingKey, restoreBackup } from "../backup/restore-backup.ts";
import { writeBackup } from "../backup/write-backup.ts";
import { makeOutput } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";
import { serverVersion } from "./server-version.ts";

/** `ringtrail backup` and `ringtrail restore`: the whole installation, from any PostgreSQL of ours to any other. */
export function addBackup(program: Command): void {
  program
    .command("backup")
    .description("write the whole installation to a folder: rows, recordings, corrections of the law")
    .requiredOption("--out <folder>", "the folder to write; made if absent, refused when it holds anything")
    .option("--with-key", "with the master key; whoever has the folder can then read callers and recordings")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail backup --out /backups/monday\n  ringtrail backup --out /safe/monday --with-key --json",
    )
    .action(async ({ out, withKey = false }: { out: string; withKey?: boolean }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { dataFolder } = readCliSettings();
      const folder = path.resolve(out);
      const version = serverVersion();
      const manifest = await withDatabase(output.progress, (url) =>
        writeBackup({ url, dataFolder, folder, withKey, now: new Date().toISOString(), version }, output.progress),
      );
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      output.result({ folder, ...manifest }, [
        `Wrote ${rows} rows and ${manifest.files.length} files to ${folder}.`,
        withKey ? "The master key is in it: keep it like a key." : "The master key is not in it: keep it elsewhere.",
      ]);
    });
  program
    .command("restore")
    .description("put a backup into an empty installation: a new DATA_FOLDER, or an empty DATABASE_URL")
    .requiredOption("--from <folder>", "the folder that `ringtrail backup` wrote")
    .addHelpText("after", "\nExample:\n  DATA_FOLDER=/srv/ringtrail ringtrail restore --from /backups/monday")
    .action(async ({ from }: { from: string }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { dataFolder } = readCliSettings();
      const folder = path.resolve(from);
      const manifest = await withDatabase(output.progress, (url) =>
        restoreBackup({ url, dataFolder, folder }, output.progress),
      );
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const key = missingKey(manifest, dataFolder);
      output.result({ rows, files: manifest.files.length, missingKey: key }, [
        `Restored ${rows} rows and ${manifest.files.length} files, as they were at ${manifest.madeAt}.`,
        key === undefined ? "The server can start." : `Put the master key at ${key}, then start the server.`,
      ]);
    });
}

async function withDatabase<Value>(
  progress: (line: string) => void,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const { openDatabase } = await import("../open-storage.ts");
  const database = await openDatabase(readCliSettings(), progress);
  try {
    return await work(database.url);
  } finally {
    await database.close();
  }
}
