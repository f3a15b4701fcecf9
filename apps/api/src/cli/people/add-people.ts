import type { Command } from "commander";
import { instant } from "@ringtrail/core";
import { makeAuth } from "../../auth/make-auth.ts";
import { endSessions, removeTwoFactor } from "../../auth/people-desk.ts";
import { deriveSecrets } from "../../secrets.ts";
import { CommandFailure, makeOutput } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";
import { withStorage } from "../with-storage.ts";

/** `ringtrail people`: what only whoever runs the server may do for a person. */
export function addPeople(program: Command): void {
  program
    .command("people")
    .description("people who sign in")
    .command("reset-two-factor")
    .description("take a person's lost second factor away and sign them out, so that they can set up another")
    .requiredOption("--email <address>", "whose")
    .addHelpText("after", "\nExample:\n  ringtrail people reset-two-factor --email ann@example.com")
    .action(async ({ email }: { email: string }) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { publicUrl: set, port } = readCliSettings();
      const publicUrl = set ?? `http://127.0.0.1:${port}`;
      const accounts = await withStorage(output, async (stores) => {
        const secret = deriveSecrets(stores.masterKey).session;
        const auth = makeAuth({ database: stores.authDatabase, publicUrl, secret });
        const { internalAdapter } = await auth.$context;
        const known = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
        if (known === null) {
          throw new CommandFailure("person_unknown", "Nobody signs in with this address.", "Check how it is written.");
        }
        await removeTwoFactor(auth, known.user.id);
        await endSessions(auth, known.user.id);
        const memberships = await stores.accounts.membershipsOf(known.user.id);
        const entry = { actor: "cli", action: "person.two_factor_reset", object: `user:${known.user.id}` };
        for (const { account } of memberships) {
          await stores.accounts.audit(account, { ...entry, at: instant(Date.now()), facts: { tell: "owners" } });
        }
        return memberships.length;
      });
      output.result({ reset: true, accounts }, ["They are signed out. At their next sign-in they set up another."]);
    });
}
