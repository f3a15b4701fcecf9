import { randomBytes } from "node:crypto";
import type { AccountId } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { hashToken, type Auth } from "./make-auth.ts";

/** How long a one-time owner link can be opened. */
const linkLifeMs = 15 * 60_000;

/** Who the link is for, and where the console is. */
export interface OwnerLinkWish {
  readonly account: AccountId;
  readonly email: string;
  readonly publicUrl: string;
}

/**
 * Makes a link that signs the account's owner in once. The person is made if nobody has that e-mail yet. The token
 * stands after `#`, because that part of an address reaches no server's log.
 */
export async function makeOwnerLink(auth: Auth, accounts: AccountStore, wish: OwnerLinkWish): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(wish.email);
  const user =
    known?.user ??
    (await internalAdapter.createUser(
      { email: wish.email, name: "Owner", emailVerified: true },
      { method: "magic-link" },
    ));
  await accounts.addMember(wish.account, user.id, "owner");
  // Whoever owns several accounts sees the one the link was made for.
  return makeSignInLink(auth, user.id, wish.publicUrl, new Date(Date.now() + linkLifeMs), wish.account);
}

/** Makes a link that signs a person in once. The session it leads to begins when it is opened (`begin-session.ts`). */
export async function makeSignInLink(
  auth: Auth,
  userId: string,
  publicUrl: string,
  expiresAt: Date,
  activeAccount?: AccountId,
): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const session = await internalAdapter.createSession(userId);
  if (activeAccount !== undefined) await internalAdapter.updateSession(session.token, { activeAccount });
  const token = randomBytes(24).toString("base64url");
  const identifier = linkIdentifier(token);
  await internalAdapter.createVerificationValue({ identifier, value: session.token, expiresAt });
  return `${publicUrl}/console/#/link/${token}`;
}

/** Under what the library keeps a link's token. */
export const linkIdentifier = (token: string): string => `one-time-token:${hashToken(token)}`;
