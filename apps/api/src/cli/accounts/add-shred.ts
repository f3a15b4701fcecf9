import { instant, type AccountId } from "@ringtrail/core";
import type { Stores } from "@ringtrail/database";
import type { Command } from "commander";
import { findAccount } from "../find-account.ts";
import { CommandFailure, type Output } from "../output.ts";
import { withStorage } from "../with-storage.ts";

/** `ringtrail accounts shred`: what an account has sealed opens for nobody any more. */
export function addShred(accounts: Command, output: () => Output): void {
  accounts
    .command("shred")
    .description("destroy an account's keys: its callers, recordings and carriers' keys open for nobody any more")
    .requiredOption("--name <name>", "the account")
    .requiredOption("--confirm <name>", "its name once more: nothing brings it back but a backup made before")
    .addHelpText("after", after)
    .action(async ({ name, confirm }: { name: string; confirm: string }) => {
      const out = output();
      if (confirm !== name) {
        throw new CommandFailure("shred_unconfirmed", "The two names differ.", "Give the account's name twice.");
      }
      const shredded = await withStorage(out, async (stores) =>
        shred(stores, await findAccount(stores.accounts, name)),
      );
      out.result(shredded, [
        `${shredded.keys} keys are no more, and ${shredded.recordings} recordings with them.`,
        "Servers that run know within a minute. Backups made before still open: erase them too.",
      ]);
    });
}

const after = `
Counts and settings stay; export them first with: ringtrail export
Example:
  ringtrail accounts shred --name "Client Ltd" --confirm "Client Ltd"`;

async function shred(
  stores: Stores,
  account: AccountId,
): Promise<{ readonly keys: number; readonly recordings: number }> {
  const { accounts } = stores;
  if ((await accounts.holds(account)).length > 0) {
    throw new CommandFailure(
      "on_hold",
      "Something of this account is held.",
      "Release it first: /v1/legal-holds/{id}.",
    );
  }
  const at = instant(Date.now());
  await accounts.audit(account, { actor: "cli", action: "account.shredded", object: account, at, facts: {} });
  const recordings = await eraseRecordings(stores, account, at);
  const done = await stores.shredAccount(account);
  if (!done.ok)
    throw new CommandFailure(done.reason.code, done.reason.fix, "The recordings are erased, the keys are not.");
  return { ...done.value, recordings };
}

/** While their files can be found: a file's name comes from the key that is about to go. */
async function eraseRecordings({ care, vault }: Stores, account: AccountId, before: ReturnType<typeof instant>) {
  for (let erased = 0; ;) {
    const found = await care.recordingsBefore(account, instant(before + 1));
    if (found.length === 0) return erased;
    for (const { id } of found) await vault.remove(account, id);
    await care.forgetRecordings(
      account,
      found.map(({ id }) => id),
    );
    erased += found.length;
  }
}
