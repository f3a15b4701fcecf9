import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant, type AccountId } from "@ringtrail/core";
import type { Invitation, Role, PeopleStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, gt } from "../drizzle.ts";
import { invitations, members } from "../schema/index.ts";

type Methods = "invite" | "invitations" | "withdrawInvitation" | "invitationByHash" | "takeInvitation";

interface InvitationRow {
  readonly id: string;
  readonly account: AccountId;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly expiresMs: number;
}

/** Invitations, kept under the hash of the token in their link. */
export function invitationStore(sql: Sql, db: PostgresJsDatabase): Pick<PeopleStore, Methods> {
  const isOne = (account: AccountId, id: string) => and(eq(invitations.accountId, account), eq(invitations.id, id));
  return {
    invite: async ({ account, ...asked }, tokenSha256) => {
      const row = { ...asked, tokenSha256 };
      await actForAccount(db, account, (work) =>
        work
          .insert(invitations)
          .values({ accountId: account, ...row })
          .onConflictDoUpdate({ target: [invitations.accountId, invitations.email], set: row }),
      );
    },
    invitations: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work.select().from(invitations).where(eq(invitations.accountId, account));
        return rows
          .map(({ accountId, tokenSha256: _hash, ...row }): Invitation => ({ ...row, account: accountId }))
          .toSorted((a, b) => a.email.localeCompare(b.email));
      }),
    withdrawInvitation: (account, id) =>
      actForAccount(db, account, async (work) => {
        const gone = await work.delete(invitations).where(isOne(account, id)).returning({ id: invitations.id });
        return gone.length > 0;
      }),
    invitationByHash: async (tokenSha256, now) => {
      const [row] = await sql<InvitationRow[]>`
        select id, account_id as account, email, role, invited_by as "invitedBy", ringtrail.ms(expires_at) as "expiresMs"
        from ringtrail.invitation_by_hash(${tokenSha256}, ${now})`;
      if (row === undefined) return undefined;
      const { expiresMs, ...invitation } = row;
      return { ...invitation, expiresAt: instant(expiresMs) };
    },
    takeInvitation: (account, id, userId, now) =>
      actForAccount(db, account, async (work) => {
        // Whoever deletes it has it: a second answer waits here and finds nothing.
        const [taken] = await work
          .delete(invitations)
          .where(and(isOne(account, id), gt(invitations.expiresAt, now)))
          .returning({ role: invitations.role });
        if (taken === undefined) return false;
        await work
          .insert(members)
          .values({ accountId: account, userId, role: taken.role })
          .onConflictDoUpdate({ target: [members.accountId, members.userId], set: { role: taken.role } });
        return true;
      }),
  };
}
