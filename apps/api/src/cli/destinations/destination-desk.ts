import { problems, type ProblemCode } from "@ringtrail/api-contract";
import { instant, type AccountId, type Instant, type Result } from "@ringtrail/core";
import type { Destination } from "@ringtrail/core/ports";
import type { Stores } from "@ringtrail/database";
import { newId } from "../../new-id.ts";
import { findAccount } from "../find-account.ts";
import { CommandFailure, type Output } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";
import { withStorage } from "../with-storage.ts";

/** Where a command about destinations works. */
export interface Desk extends Pick<Stores, "destinations" | "directory" | "accounts"> {
  readonly account: AccountId;
  readonly newId: typeof newId;
  readonly now: () => Instant;
  readonly server: { readonly mayReachPrivate: boolean };
}

/** Opens the stores for one command; a running server sends what it writes down. */
export function atDesk<Value>(
  output: Output,
  options: { readonly account?: string },
  work: (desk: Desk) => Promise<Value>,
): Promise<Value> {
  return withStorage(output, async ({ destinations, directory, accounts }) => {
    const account = await findAccount(accounts, options.account);
    const now = (): Instant => instant(Date.now());
    const server = { mayReachPrivate: readCliSettings().reachPrivateNetworks === true };
    return work({ destinations, directory, accounts, account, newId, now, server });
  });
}

/** The destination of this id or name. @throws CommandFailure. */
export async function findDestination({ destinations, account }: Desk, word: string): Promise<Destination> {
  const all = await destinations.destinations(account);
  const found = all.filter(({ id, name }) => id === word || name === word);
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  const known = all.map(({ id, name }) => `${id} (${name})`).join(", ") || "none yet";
  throw new CommandFailure(
    "destination_unknown",
    `There is not exactly one destination called ${word}.`,
    `Name one by its id. Destinations: ${known}.`,
  );
}

/** What went well, or the reason in the contract's words, with the part it is about. @throws CommandFailure. */
export function must<Value>(
  result: Result<Value, { readonly code: ProblemCode; readonly field?: string; readonly says?: string }>,
): Value {
  if (result.ok) return result.value;
  const { code, field, says } = result.reason;
  const { title, fix } = problems[code];
  throw new CommandFailure(code, says === undefined ? title : `It ${says}.`, fix, field);
}
