import path from "node:path";
import type { Command } from "commander";
import { deriveSecrets } from "../secrets.ts";
import { fallbackFiles, writeFallbackFiles } from "../survival/fallback-files.ts";
import { openSnapshot } from "../survival/route-snapshot.ts";
import { CommandFailure, makeOutput } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";
import { withStorage } from "./with-storage.ts";

/** `ringtrail fallback export`: the documents that bring callers to the business while this server is dead. */
export function addFallback(program: Command): void {
  program
    .command("fallback")
    .description("what carriers ask while this server is dead (docs/guides/fallback.md)")
    .command("export")
    .description("write every number's document, for any web host that serves files over GET")
    .option("--out <folder>", "the web host's folder (FALLBACK_FOLDER)")
    .addHelpText(
      "after",
      "\nExample:\n  ringtrail fallback export --out /var/www/calls && rsync -a /var/www/calls/ host:/www/",
    )
    .action(async (options: { out?: string }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const settings = readCliSettings({ FALLBACK_FOLDER: options.out });
      const { fallbackFolder: folder, fallbackUrl } = settings;
      if (folder === undefined) {
        throw new CommandFailure("folder_missing", "No folder is named.", "Name it with --out or FALLBACK_FOLDER.");
      }
      const { written, removed, byPost } = await withStorage(output, async ({ directory, masterKey }) => {
        const survival = path.join(settings.dataFolder, "survival");
        const snapshot = await openSnapshot(directory, survival, deriveSecrets(masterKey).spool);
        await snapshot.refresh();
        const files = fallbackFiles(snapshot);
        return { ...(await writeFallbackFiles(folder, files)), byPost: files.filter((file) => file.byPost).length };
      });
      output.result({ folder, written: written.length, removed: removed.length, byPost, fallbackUrl }, [
        `Wrote ${written.length} documents to ${path.join(folder, "fallback")}; took ${removed.length} away.`,
        fallbackUrl === undefined
          ? "Set FALLBACK_URL to the address that serves the folder, so that carriers are told it."
          : `Carriers ask for them at ${fallbackUrl}/fallback/.`,
        ...(byPost === 0
          ? []
          : [
              `Telnyx asks for ${byPost} of them by POST: a host of plain files needs a line for that (docs/guides/fallback.md).`,
            ]),
      ]);
    });
}
