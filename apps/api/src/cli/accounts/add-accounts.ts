import { InvalidArgumentError, type Command } from "commander";
import { z } from "zod";
import { CommandFailure, makeOutput } from "../output.ts";
import { withStorage } from "../with-storage.ts";
import { addShred } from "./add-shred.ts";
import { linkForOwner } from "./link-for-owner.ts";

/** `ringtrail accounts`: who has an account on this server, a new one with its owner, and a way back in. */
export function addAccounts(program: Command): void {
  const accounts = program.command("accounts").description("accounts of this server and their owners");
  const output = () => makeOutput(program.opts()["json"] === true);

  accounts
    .command("list")
    .description("every account of this server")
    .action(async () => {
      const out = output();
      const all = await withStorage(out, (stores) => stores.accounts.accounts());
      out.result(
        { accounts: all },
        all.map(({ id, name }) => `${id}  ${name}`),
      );
    });

  accounts
    .command("create")
    .description("open an account and print the one-time link that signs its owner in")
    .requiredOption("--name <name>", "what the account is called; a name is used once on a server")
    .requiredOption(
      "--owner <email>",
      "the owner's e-mail; who signs in with it already owns this account too",
      readEmail,
    )
    .addHelpText("after", '\nExample:\n  ringtrail accounts create --name "Client Ltd" --owner ann@example.com')
    .action(async ({ name, owner }: { name: string; owner: string }) => {
      const out = output();
      const made = await withStorage(out, async (stores) => {
        if ((await stores.accounts.accounts()).some((one) => one.name === name)) {
          const fix = `Choose another name, or make a new link: ringtrail accounts link --name "${name}" --owner ${owner}`;
          throw new CommandFailure("account_name_taken", `An account is called ${name} already.`, fix);
        }
        const account = await stores.accounts.createAccount(name);
        return { account, link: await linkForOwner(stores, account, owner) };
      });
      out.result(made, [made.link, "It signs the owner in once, for fifteen minutes."]);
    });

  addShred(accounts, output);

  accounts
    .command("link")
    .description("print a new one-time link for an owner: the way back in without a password")
    .requiredOption("--name <name>", "the account")
    .requiredOption("--owner <email>", "the owner's e-mail", readEmail)
    .action(async ({ name, owner }: { name: string; owner: string }) => {
      const out = output();
      const link = await withStorage(out, async (stores) => {
        const known = (await stores.accounts.accounts()).find((one) => one.name === name);
        if (known === undefined) {
          const fix = "See the names with: ringtrail accounts list";
          throw new CommandFailure("account_unknown", `No account is called ${name}.`, fix);
        }
        return linkForOwner(stores, known.id, owner);
      });
      out.result({ link }, [link, "It signs the owner in once, for fifteen minutes."]);
    });
}

function readEmail(given: string): string {
  const email = z.email().safeParse(given.trim().toLowerCase());
  if (!email.success) throw new InvalidArgumentError("Write one mail address, such as ann@example.com.");
  return email.data;
}
