import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { makeId } from "../make-id.ts";
import { accounts, members } from "../schema/index.ts";
import { answerOf } from "./ask.ts";

type Methods = "createAccount" | "accounts" | "addMember" | "membershipOf";

/** Accounts, and who belongs to them. */
export function memberStore(sql: Sql, db: PostgresJsDatabase): Pick<AccountStore, Methods> {
  const byName = (name: string) =>
    answerOf(sql<{ answer: AccountId | null }[]>`select ringtrail.account_by_name(${name}) as answer`);
  return {
    createAccount: async (name) => {
      const known = await byName(name);
      if (known !== undefined) return known;
      const id = makeId<AccountId>();
      await actForAccount(db, id, (work) =>
        work.insert(accounts).values({ accountId: id, name }).onConflictDoNothing({ target: accounts.name }),
      );
      // Somebody else may have made it in between.
      return (await byName(name)) ?? id;
    },
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
      const [row] = await sql<{ account_id: AccountId; role: string }[]>`
        select account_id, role from ringtrail.membership_of(${userId})`;
      return row && { account: row.account_id, role: row.role };
    },
  };
}
