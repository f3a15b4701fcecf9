import type { Command } from "commander";
import { CommandFailure, makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";

/** `ringtrail encryption`: the key that everything sealed hangs on. */
export function addEncryption(program: Command): void {
  program
    .command("encryption")
    .description("the master key, which wraps the keys of every account")
    .command("rotate")
    .description("wrap every account's keys under a new master key, while the server runs; nobody is signed out")
    .addHelpText(
      "after",
      `
A key in a file: a new one is made, and the old one stays beside it until you delete it.
A key from RINGTRAIL_MASTER_KEY or RINGTRAIL_MASTER_KEY_COMMAND: start every server with the new one there and the
old one in RINGTRAIL_OLD_MASTER_KEYS, then run this, then take the old one away.`,
    )
    .action(async () => {
      const output = makeOutput(program.opts()["json"] === true);
      const rotated = await withStorage(output, (stores) => stores.rotateMasterKey());
      if (!rotated.ok) throw new CommandFailure(rotated.reason.code, rotated.reason.fix, "Nothing was changed.");
      const { keys, oldKeyFile } = rotated.value;
      const left =
        oldKeyFile === undefined
          ? "Take the old key out of RINGTRAIL_OLD_MASTER_KEYS."
          : `The old key lies in ${oldKeyFile}. Keep it with the backups made under it; delete it here.`;
      output.result(rotated.value, [`Wrapped ${keys} keys anew.`, left]);
    });
}
