import type { InvitationAnswer } from "@ringtrail/api-contract";
import { err, ok, type Instant, type Result } from "@ringtrail/core";
import type { AccountStore, Invitation } from "@ringtrail/core/ports";
import type { Auth } from "../auth/make-auth.ts";
import { hashSecret } from "../workflows/create-api-key.ts";
import { findUserByEmail } from "./find-users.ts";

/** Why nobody joined. */
export type NotJoined =
  | { readonly code: "invitation_unknown" | "invitation_for_another" | "not_signed_in" }
  | { readonly code: "body_invalid"; readonly field: string; readonly says: string };

/** Where invitations are answered. */
export interface JoinGround {
  readonly auth: Auth;
  readonly accounts: Pick<AccountStore, "invitationByHash" | "takeInvitation" | "audit">;
  readonly now: () => Instant;
}

/**
 * Makes the holder of an invitation's token a member. Whoever signs in with that address already must be signed in: the
 * one who invites sees the link too, and must not come in as somebody else by it.
 */
export async function answerInvitation(
  { auth, accounts, now }: JoinGround,
  answer: InvitationAnswer,
  headers: Headers,
): Promise<Result<void, NotJoined>> {
  const invitation = await accounts.invitationByHash(hashSecret(answer.token), now());
  if (invitation === undefined) return err({ code: "invitation_unknown" });
  const known = await findUserByEmail(auth, invitation.email);
  if (known !== undefined) {
    const session = await auth.api.getSession({ headers });
    if (session === null) return err({ code: "not_signed_in" });
    if (session.user.id !== known.id) return err({ code: "invitation_for_another" });
    const joined = await join(accounts, invitation, known.id, now());
    const { internalAdapter } = await auth.$context;
    if (joined.ok) await internalAdapter.updateSession(session.session.token, { activeAccount: invitation.account });
    return joined;
  }
  const { name, password } = answer;
  if (password === undefined) return err({ code: "body_invalid", field: "password", says: "is needed" });
  return join(accounts, invitation, await makeUser(auth, invitation.email, name ?? invitation.email, password), now());
}

async function join(
  accounts: JoinGround["accounts"],
  { account, id, role }: Invitation,
  userId: string,
  at: Instant,
): Promise<Result<void, NotJoined>> {
  if (!(await accounts.takeInvitation(account, id, userId, at))) return err({ code: "invitation_unknown" });
  const actor = `user:${userId}`;
  const facts = { role, ...(role === "owner" || role === "admin" ? { tell: "owners" } : {}) };
  await accounts.audit(account, { actor, action: "person.joined", object: actor, at, facts });
  return ok(undefined);
}

/** A person with a password, hashed as the auth library does. */
async function makeUser(auth: Auth, email: string, name: string, password: string): Promise<string> {
  const { internalAdapter, password: hasher } = await auth.$context;
  const { id } = await internalAdapter.createUser({ email, name, emailVerified: false }, { method: "email-password" });
  const hash = await hasher.hash(password);
  await internalAdapter.linkAccount({ userId: id, providerId: "credential", accountId: id, password: hash });
  return id;
}
