import { randomUUID } from "node:crypto";
import { usualSecurity, type AccountId } from "../src/index.ts";
import type { PeopleStore } from "../src/ports/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** People and invitations in memory. */
export function memoryPeopleStore({ accounts, members, invitations, sites, security }: MemoryState): PeopleStore {
  const find = (account: AccountId, userId: string) =>
    members.find((row) => row.account === account && row.userId === userId);
  const isLastOwner = (account: AccountId, role: string): boolean =>
    role === "owner" && members.filter((row) => row.account === account && row.role === "owner").length === 1;
  const remove = <Row>(rows: Row[], row: Row | undefined): boolean =>
    row !== undefined && rows.splice(rows.indexOf(row), 1).length === 1;
  const add: PeopleStore["addMember"] = async (account, userId, role) => {
    const found = find(account, userId);
    if (found === undefined) members.push({ account, userId, role });
    else found.role = role;
  };
  const invitation = (account: AccountId, id: string) =>
    invitations.find((row) => row.invitation.account === account && row.invitation.id === id);
  return {
    addMember: add,
    membershipOf: async (userId) => members.find((row) => row.userId === userId),
    membershipsOf: async (userId) =>
      members.filter((row) => row.userId === userId).map(({ account, role }) => ({ account, role })),
    members: async (account) =>
      members.filter((row) => row.account === account).map(({ userId, role }) => ({ userId, role })),
    changeRole: async (account, userId, role) => {
      const found = find(account, userId);
      if (found === undefined) return "absent";
      if (role !== "owner" && isLastOwner(account, found.role)) return "last_owner";
      found.role = role;
      return "changed";
    },
    removeMember: async (account, userId) => {
      const found = find(account, userId);
      if (found === undefined) return "absent";
      if (isLastOwner(account, found.role)) return "last_owner";
      remove(members, found);
      return "changed";
    },
    signInFacts: async (account) => {
      const isHealthcare = sites.some((row) => row.account === account && row.flow.isHealthcare === true);
      return { ...usualSecurity, ...security.get(account), isHealthcare };
    },
    saveSecurity: async (account, wish) => void security.set(account, wish),
    openAccount: async (name, owner) => {
      if (accounts.some((row) => row.name === name)) return undefined;
      const id = randomUUID() as AccountId;
      accounts.push({ id, name });
      await add(id, owner, "owner");
      return id;
    },
    invite: async (asked, hash) => {
      const { account, email } = asked;
      remove(
        invitations,
        invitations.find((row) => row.invitation.account === account && row.invitation.email === email),
      );
      invitations.push({ invitation: asked, hash });
    },
    invitations: async (account) =>
      invitations
        .map((row) => row.invitation)
        .filter((row) => row.account === account)
        .toSorted((a, b) => a.email.localeCompare(b.email)),
    withdrawInvitation: async (account, id) => remove(invitations, invitation(account, id)),
    invitationByHash: async (hash, now) =>
      invitations.find((row) => row.hash === hash && row.invitation.expiresAt > now)?.invitation,
    takeInvitation: async (account, id, userId, now) => {
      const found = invitation(account, id);
      if (found === undefined || found.invitation.expiresAt <= now) return false;
      remove(invitations, found);
      await add(account, userId, found.invitation.role);
      return true;
    },
  };
}
