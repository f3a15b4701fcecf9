import type { AccountId } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { CommandFailure } from "./output.ts";

/** The account of this name; without a name the only one there is. @throws CommandFailure. */
export async function findAccount(accounts: AccountStore, name: string | undefined): Promise<AccountId> {
  const all = await accounts.accounts();
  const found = name === undefined && all.length === 1 ? all[0] : all.find((account) => account.name === name);
  if (found !== undefined) return found.id;
  const known = all.map((account) => account.name).join(", ") || "none yet";
  throw new CommandFailure(
    "account_unknown",
    name === undefined ? "There is not exactly one account." : `No account is called ${name}.`,
    `Name one with --account. Accounts here: ${known}.`,
  );
}
