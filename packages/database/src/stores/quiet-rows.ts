import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId } from "@ringtrail/core";
import type { DestinationStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq } from "../drizzle.ts";
import { quietHours } from "../schema/index.ts";

/** When people want to hear nothing, by their mailbox. */
export function quietRows(db: PostgresJsDatabase): Pick<DestinationStore, "quietTimes" | "saveQuietTimes"> {
  const { from, to, timeZone } = quietHours;
  const theirs = (account: AccountId, mailbox: string) =>
    and(eq(quietHours.accountId, account), eq(quietHours.mailbox, mailbox.toLowerCase()));
  return {
    quietTimes: (account, mailbox) =>
      actForAccount(db, account, async (work) => {
        const [row] = await work.select({ from, to, timeZone }).from(quietHours).where(theirs(account, mailbox));
        return row;
      }),
    saveQuietTimes: async (account, mailbox, quiet) => {
      await actForAccount(db, account, async (work) => {
        if (quiet === undefined) return work.delete(quietHours).where(theirs(account, mailbox));
        return work
          .insert(quietHours)
          .values({ accountId: account, mailbox: mailbox.toLowerCase(), ...quiet })
          .onConflictDoUpdate({ target: [quietHours.accountId, quietHours.mailbox], set: quiet });
      });
    },
  };
}
