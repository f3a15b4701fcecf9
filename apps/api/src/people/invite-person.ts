import { randomBytes } from "node:crypto";
import { after, day, type AccountId } from "@ringtrail/core";
import type { AccountStore, Invitation, Role } from "@ringtrail/core/ports";
import { mapMail } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import { hashSecret } from "../workflows/create-api-key.ts";

/** An invitation waits a week. */
const lifeMs = 7 * day;

/** What an invitation needs of the world. */
export interface Inviter extends Pick<Deps, "newId" | "now" | "sendMail"> {
  readonly accounts: Pick<AccountStore, "accounts" | "invite" | "audit">;
  readonly publicUrl: string;
}

/** Whom to ask, and who asks. */
export interface InvitationWish {
  readonly account: AccountId;
  readonly email: string;
  readonly role: Role;
  readonly actor: string;
  /** Whoever invites, as the mail names them. */
  readonly by: string;
}

/**
 * Asks somebody to join. The link goes by mail, and is answered only where it could not: who invites must not be able to
 * come in as them. Its token stands after `#`, because that part of an address reaches no server's log.
 */
export async function invitePerson(
  { accounts, newId, now, sendMail, publicUrl }: Inviter,
  { account, email, role, actor, by }: InvitationWish,
): Promise<{ readonly invitation: Invitation; readonly url: string | undefined }> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = after(now(), lifeMs);
  const invitation: Invitation = { id: newId(), account, email, role, invitedBy: actor, expiresAt };
  await accounts.invite(invitation, hashSecret(token));
  const facts = { role };
  await accounts.audit(account, { actor, action: "person.invited", object: invitation.id, at: now(), facts });
  const path = `/console/#/join/${token}`;
  const name = (await accounts.accounts()).find(({ id }) => id === account)?.name ?? "an account";
  const told = {
    subject: `${by} invites you to ${name}`,
    lines: [
      `You are asked to join “${name}” at Ringtrail, as ${role}.`,
      "The link works once and for a week. If you do not know who asks, do nothing.",
    ],
    path,
  };
  const sent = await sendMail?.(email, mapMail(told, publicUrl), invitation.id);
  return { invitation, url: sent?.kind === "delivered" ? undefined : `${publicUrl}${path}` };
}
