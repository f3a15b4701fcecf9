import { InvalidArgumentError, type Command } from "commander";
import { instant, day, after } from "@ringtrail/core";
import type { Scope } from "@ringtrail/core/ports";
import { Scope as ScopeShape } from "@ringtrail/api-contract";
import { createApiKey } from "../workflows/create-api-key.ts";
import { newId } from "../new-id.ts";
import { findAccount } from "./find-account.ts";
import { makeOutput } from "./output.ts";
import { parseCount } from "./parse-count.ts";
import { withStorage } from "./with-storage.ts";

/** `ringtrail keys create`: an API key whose secret is shown once. */
export function addKeys(program: Command): void {
  program
    .command("keys")
    .description("API keys")
    .command("create")
    .description("make an API key; its secret is shown once and kept as a hash")
    .requiredOption("--name <name>", "what the key is for")
    .requiredOption(
      "--scopes <list>",
      `what it may do, with commas between: ${ScopeShape.options.join(", ")}`,
      readScopes,
    )
    .option("--account <name>", "the account it belongs to; not needed when there is only one")
    .option("--days <number>", "it expires after this many days", parseCount(1, 3650))
    .addHelpText("after", "\nExample:\n  ringtrail keys create --name reports --scopes calls:read,pools:read --days 90")
    .action(async (options: { name: string; scopes: readonly Scope[]; account?: string; days?: number }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const made = await withStorage(output, async (stores) => {
        const now = instant(Date.now());
        const expiresAt = options.days === undefined ? undefined : after(now, options.days * day);
        const account = await findAccount(stores.accounts, options.account);
        return createApiKey(
          { accounts: stores.accounts, newId, now: () => now },
          { account, name: options.name, scopes: options.scopes, expiresAt, actor: "cli" },
        );
      });
      const lines = [made.secret, "Keep it: it is not shown again."];
      output.result({ id: made.key.id, name: made.key.name, scopes: made.key.scopes, secret: made.secret }, lines);
    });
}

function readScopes(list: string): readonly Scope[] {
  const scopes = ScopeShape.array()
    .min(1)
    .safeParse(list.split(",").map((scope) => scope.trim()));
  if (!scopes.success) throw new InvalidArgumentError(`Scopes are: ${ScopeShape.options.join(", ")}.`);
  return scopes.data;
}
