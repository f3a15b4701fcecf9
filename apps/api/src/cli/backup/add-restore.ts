import path from "node:path";
import type { Command } from "commander";
import { missingKey, restoreBackup } from "../../backup/restore-backup.ts";
import { makeOutput } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";
import { withDatabase } from "./with-database.ts";

/** `ringtrail restore`: what `ringtrail backup` wrote, in an empty installation. */
export function addRestore(program: Command): void {
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
