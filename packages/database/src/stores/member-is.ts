import type { AccountId } from "@ringtrail/core";
import { and, eq, type SQL } from "../drizzle.ts";
import { members } from "../schema/index.ts";

/** One person of one account. */
export function memberIs(account: AccountId, userId: string): SQL | undefined {
  return and(eq(members.accountId, account), eq(members.userId, userId));
}
