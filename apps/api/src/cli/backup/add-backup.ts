import path from "node:path";
import type { Command } from "commander";
import { writeBackup } from "../../backup/write-backup.ts";
import { makeOutput } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";
import { serverVersion } from "../server-version.ts";
import { withDatabase } from "./with-database.ts";

/** `ringtrail backup`: the whole installation in a folder, for any PostgreSQL of ours. */
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
}
