import path from "node:path";
import type { Command } from "commander";
import { instant } from "@ringtrail/core";
import { exportAccount } from "../export/export-account.ts";
import { addExportConversions } from "./add-export-conversions.ts";
import { findAccount } from "./find-account.ts";
import { makeOutput } from "./output.ts";
import { readLaw } from "../law/read-law.ts";
import { readCliSettings } from "./read-cli-settings.ts";
import { serverVersion } from "./server-version.ts";
import { withStorage } from "./with-storage.ts";

/** `ringtrail export`: an account's rows as NDJSON, one file a table. */
export function addExport(program: Command): void {
  const exporting = program
    .command("export")
    .description("write an account's data to a folder, one NDJSON file a table (docs/guides/export.md)")
    .option("--out <folder>", "the folder to write; made if absent, refused when it holds anything")
    .option("--account <name>", "the account; not needed when there is only one")
    .option("--care", "with callers' numbers and names, recordings, their sound and what proves them; this is logged")
    .option("--covered-by <text>", "with --care of a clinic: the agreement that covers whoever gets the folder")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail export --account Demo --out demo-export\n  ringtrail export --out everything --care --json",
    )
    .action(async (options: { out?: string; account?: string; care?: boolean; coveredBy?: string }) => {
      // A required option would be asked of the commands below as well.
      if (options.out === undefined) return exporting.error("error: required option '--out <folder>' not specified");
      const output = makeOutput(program.opts()["json"] === true);
      const folder = path.resolve(options.out);
      const manifest = await withStorage(output, async (stores) => {
        const account = await findAccount(stores.accounts, options.account);
        const { care = false, coveredBy } = options;
        const order = { account, folder, care, coveredBy, now: instant(Date.now()), actor: "cli" };
        const law = await readLaw(readCliSettings().dataFolder);
        const named = law.ok ? law.value.rules : undefined;
        return exportAccount(stores, { ...order, version: serverVersion(), law: named }, output.progress);
      });
      const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
      const missing = manifest.soundsMissing?.length ?? 0;
      output.result({ folder, ...manifest }, [
        `Wrote ${rows} rows in ${manifest.files.length} files to ${folder}.`,
        ...(manifest.sounds === undefined ? [] : [`${manifest.sounds.length} recordings, ${missing} missing.`]),
      ]);
      if (missing > 0) process.exitCode = 1;
    });
  addExportConversions(program, exporting);
}
