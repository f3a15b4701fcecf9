import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { AccountStore, PeopleChange } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { eq } from "../drizzle.ts";
import { makeId } from "../make-id.ts";
import { accounts, members } from "../schema/index.ts";
import { answerOf } from "./ask.ts";
import { memberIs } from "./member-is.ts";

type Methods =
  | "createAccount"
  | "openAccount"
  | "accounts"
  | "addMember"
  | "membershipOf"
  | "membershipsOf"
  | "members"
  | "changeRole"
  | "removeMember";

interface MemberRow {
  readonly account: AccountId;
  readonly role: string;
}

/** Accounts, and who belongs to them. */
export function memberStore(sql: Sql, db: PostgresJsDatabase): Pick<AccountStore, Methods> {
  const byName = (name: string) =>
    answerOf(sql<{ answer: AccountId | null }[]>`select ringtrail.account_by_name(${name}) as answer`);
  const make = async (name: string, andThen: (work: AccountWork, id: AccountId) => Promise<unknown>) => {
    const id = makeId<AccountId>();
    return actForAccount(db, id, async (work) => {
      const made = await work
        .insert(accounts)
        .values({ accountId: id, name })
        .onConflictDoNothing({ target: accounts.name })
        .returning({ id: accounts.accountId });
      if (made.length > 0) await andThen(work, id);
      return made[0]?.id;
    });
  };
  return {
    createAccount: async (name) => {
      const known = await byName(name);
      if (known !== undefined) return known;
      const made = await make(name, async () => undefined);
      // Somebody else may have made it in between.
      const found = made ?? (await byName(name));
      if (found === undefined) throw new Error("An account was neither made nor found.");
      return found;
    },
    openAccount: (name, owner) =>
      make(name, (work, id) => work.insert(members).values({ accountId: id, userId: owner, role: "owner" })),
    accounts: async () => {
      const rows = await sql<{ account_id: AccountId; name: string }[]>`
        select account_id, name from ringtrail.all_accounts()`;
      return rows.map(({ account_id: id, name }) => ({ id, name }));
    },
    addMember: async (account, userId, role) => {
      await actForAccount(db, account, (work) =>
        work
          .insert(members)
          .values({ accountId: account, userId, role })
          .onConflictDoUpdate({ target: [members.accountId, members.userId], set: { role } }),
      );
    },
    membershipOf: async (userId) => {
      const [row] = await sql<MemberRow[]>`
        select account_id as account, role from ringtrail.membership_of(${userId})`;
      return row && { ...row };
    },
    membershipsOf: async (userId) => {
      const rows = await sql<MemberRow[]>`
        select account_id as account, role from ringtrail.memberships_of(${userId})`;
      return rows.map((row) => ({ ...row }));
    },
    members: (account) =>
      actForAccount(db, account, (work) =>
        work.select({ userId: members.userId, role: members.role }).from(members).where(eq(members.accountId, account)),
      ),
    changeRole: (account, userId, role) =>
      actForAccount(db, account, async (work) => {
        const change = await mayChange(work, account, userId, role);
        if (change === "changed") await work.update(members).set({ role }).where(memberIs(account, userId));
        return change;
      }),
    removeMember: (account, userId) =>
      actForAccount(db, account, async (work) => {
        const change = await mayChange(work, account, userId, undefined);
        if (change === "changed") await work.delete(members).where(memberIs(account, userId));
        return change;
      }),
  };
}

/** Holds the account's people until the transaction ends, so that two owners cannot leave at once. */
async function mayChange(
  work: AccountWork,
  account: AccountId,
  userId: string,
  role: string | undefined,
): Promise<PeopleChange> {
  const people = await work
    .select()
    .from(members)
    .where(eq(members.accountId, account))
    .orderBy(members.userId)
    .for("update");
  const found = people.find((row) => row.userId === userId);
  if (found === undefined) return "absent";
  const owners = people.filter((row) => row.role === "owner");
  return role !== "owner" && owners.length === 1 && owners[0] === found ? "last_owner" : "changed";
}
