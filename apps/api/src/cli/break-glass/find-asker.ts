import { authTables, type Stores } from "@ringtrail/database";
import { eq } from "drizzle-orm";
import type { GlassAsker } from "../../healthcare/break-glass.ts";
import { findAccount } from "../find-account.ts";
import { CommandFailure } from "../output.ts";

/** Who says they ask, and in which account. */
export interface AskerTold {
  readonly who: string;
  readonly account?: string;
}

/** The person of this e-mail with the role they have in the account; nobody else may ask. @throws CommandFailure. */
export async function findAsker(stores: Stores, { who, account: name }: AskerTold): Promise<GlassAsker> {
  const account = await findAccount(stores.accounts, name);
  const { user } = authTables;
  const [person] = await stores.authDatabase
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, who.trim().toLowerCase()));
  const member = person && (await stores.accounts.membershipOf(person.id));
  if (person === undefined || member?.account !== account) {
    throw new CommandFailure(
      "glass_person_unknown",
      `${who} is nobody of this account.`,
      "Give the e-mail they sign in with.",
    );
  }
  return { account, who: `user:${person.id}`, role: member.role };
}
