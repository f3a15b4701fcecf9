import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { usualSecurity } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, sql } from "../drizzle.ts";
import { securityPolicies, sites } from "../schema/index.ts";

/** What an account's owner wants of sign-ins. */
export function securityStore(db: PostgresJsDatabase): Pick<AccountStore, "signInFacts" | "saveSecurity"> {
  return {
    signInFacts: (account) =>
      actForAccount(db, account, async (work) => {
        const [kept] = await work.select().from(securityPolicies).where(eq(securityPolicies.accountId, account));
        const isHealthcare = sql`${sites.flow} ->> 'isHealthcare' = 'true'`;
        const clinics = await work
          .select({ id: sites.id })
          .from(sites)
          .where(and(eq(sites.accountId, account), isHealthcare))
          .limit(1);
        return {
          requiresTwoFactor: kept?.requiresTwoFactor ?? usualSecurity.requiresTwoFactor,
          idleMinutes: kept?.idleMinutes ?? undefined,
          keyDays: kept?.keyDays ?? undefined,
          isHealthcare: clinics.length > 0,
        };
      }),
    saveSecurity: async (account, { requiresTwoFactor, idleMinutes = null, keyDays = null }) => {
      const set = { requiresTwoFactor, idleMinutes, keyDays };
      await actForAccount(db, account, (work) =>
        work
          .insert(securityPolicies)
          .values({ accountId: account, ...set })
          .onConflictDoUpdate({ target: [securityPolicies.accountId], set }),
      );
    },
  };
}
