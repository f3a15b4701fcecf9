import type { InvitationAnswer } from "@ringtrail/api-contract";
import { err, ok, type Instant, type Result } from "@ringtrail/core";
import type { AccountStore, Invitation } from "@ringtrail/core/ports";
import { findSession, keepAlive } from "../auth/find-session.ts";
import { idleLimit, rulesOf } from "../auth/idle-limit.ts";
import type { LookUpLeak } from "../auth/leaked-passwords.ts";
import type { Auth } from "../auth/make-auth.ts";
import { hashSecret } from "../workflows/create-api-key.ts";
import { findUserByEmail } from "./find-users.ts";
import { makeUser, type PasswordRefused } from "./make-user.ts";

/** Why nobody joined. */
export type NotJoined =
  | { readonly code: "invitation_unknown" | "invitation_for_another" | "not_signed_in" | "session_idle" }
  | PasswordRefused;

/** Where invitations are answered. */
export interface JoinGround {
  readonly auth: Auth;
  readonly accounts: Pick<
    AccountStore,
    "invitationByHash" | "takeInvitation" | "audit" | "membershipsOf" | "signInFacts"
  >;
  readonly now: () => Instant;
  /** Undefined where the owner wants no password looked up anywhere. */
  readonly lookUpLeak: LookUpLeak | undefined;
}

/**
 * Makes the holder of an invitation's token a member. Whoever signs in with that address already must be signed in: the
 * one who invites sees the link too, and must not come in as somebody else by it.
 */
export async function answerInvitation(
  { auth, accounts, now, lookUpLeak }: JoinGround,
  answer: InvitationAnswer,
  headers: Headers,
): Promise<Result<void, NotJoined>> {
  const invitation = await accounts.invitationByHash(hashSecret(answer.token), now());
  if (invitation === undefined) return err({ code: "invitation_unknown" });
  const known = await findUserByEmail(auth, invitation.email);
  if (known !== undefined) {
    const session = await findSession(auth, headers);
    if (session === undefined) return err({ code: "not_signed_in" });
    if (session.userId !== known.id) return err({ code: "invitation_for_another" });
    const idleMs = idleLimit(await rulesOf(accounts, await accounts.membershipsOf(known.id)));
    if (!(await keepAlive(auth, session, idleMs, true))) return err({ code: "session_idle" });
    const joined = await join(accounts, invitation, known.id, now());
    const { internalAdapter } = await auth.$context;
    if (joined.ok) await internalAdapter.updateSession(session.token, { activeAccount: invitation.account });
    return joined;
  }
  const { name, password } = answer;
  if (password === undefined) return err({ code: "body_invalid", field: "password", says: "is needed" });
  const { email } = invitation;
  const made = await makeUser(auth, { email, name: name ?? email, password }, lookUpLeak);
  return made.ok ? join(accounts, invitation, made.value, now()) : made;
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
