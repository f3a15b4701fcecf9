import { instant, type AccountId } from "@ringtrail/core";
import type { Stores } from "@ringtrail/database";
import { makeAuth } from "../../auth/make-auth.ts";
import { makeOwnerLink } from "../../auth/make-owner-link.ts";
import { deriveSecrets } from "../../secrets.ts";
import { readCliSettings } from "../read-cli-settings.ts";

/** Makes a one-time link that signs an owner in, and writes down that somebody at the server did so. */
export async function linkForOwner(
  { accounts, authDatabase, masterKey }: Stores,
  account: AccountId,
  email: string,
): Promise<string> {
  const { publicUrl: set, port } = readCliSettings();
  const publicUrl = set ?? `http://127.0.0.1:${port}`;
  const auth = makeAuth({ database: authDatabase, publicUrl, secret: deriveSecrets(masterKey).session });
  const link = await makeOwnerLink(auth, accounts, { account, email, publicUrl });
  const user = (await (await auth.$context).internalAdapter.findUserByEmail(email))?.user;
  await accounts.audit(account, {
    actor: "cli",
    action: "account.link_made",
    object: `user:${user?.id ?? ""}`,
    at: instant(Date.now()),
    facts: { tell: "owners" },
  });
  return link;
}
