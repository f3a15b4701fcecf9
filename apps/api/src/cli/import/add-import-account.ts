import path from "node:path";
import type { Command } from "commander";
import { instant } from "@ringtrail/core";
import { importAccount, type Imported } from "../../import/import-account.ts";
import { makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";

/** `ringtrail import account`: an account that `ringtrail export` wrote. */
export function addImportAccount(program: Command, imports: Command): void {
  imports
    .command("account")
    .description("take in an account that ringtrail export wrote: all of it, or nothing")
    .requiredOption("--from <folder>", "the folder that ringtrail export wrote")
    .option("--as <name>", "what the account is called here; its own name if absent")
    .option("--dry-run", "try everything, keep nothing")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail import account --from demo-export --dry-run" +
        '\n  ringtrail import account --from demo-export --as "Demo, moved"',
    )
    .action(async (options: { from: string; as?: string; dryRun?: boolean }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const order = {
        folder: path.resolve(options.from),
        name: options.as,
        dryRun: options.dryRun === true,
        now: instant(Date.now()),
        actor: "cli",
      };
      const done = await withStorage(output, (stores) => importAccount(stores, order, output.progress));
      output.result(done, say(done));
    });
}

function say({ name, dryRun, rows, sounds, soundsMissing, proofs }: Imported): readonly string[] {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const lost = soundsMissing.length === 0 ? "" : `, ${soundsMissing.length} were missing in the export`;
  const counts = Object.entries(rows).filter(([, count]) => count > 0);
  return [
    `${dryRun ? "Would take in" : "Took in"} ${name}: ${all} rows, ${sounds} recordings${lost}.`,
    `${proofs} consent proofs, unbroken.`,
    ...counts.map(([table, count]) => `  ${table}: ${count}`),
    ...(dryRun
      ? ["Nothing was kept (dry run)."]
      : ["Carriers and API keys came without their secrets: give them anew (docs/guides/export.md)."]),
  ];
}
