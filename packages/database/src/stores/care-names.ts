import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Phi, type AccountId, type SiteId } from "@ringtrail/core";
import type { CareNames } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq } from "../drizzle.ts";
import { carePhones, careTargetLabels } from "../schema/index.ts";

/** The names of a clinic's people and places, read under the care side's role. */
export function careNames(db: PostgresJsDatabase): CareNames {
  const ofSite = (account: AccountId, site: SiteId) =>
    and(eq(carePhones.accountId, account), eq(carePhones.siteId, site));
  return {
    targetLabels: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work.select().from(careTargetLabels).where(eq(careTargetLabels.accountId, account));
        return rows.map(({ siteId: site, e164, label }) => ({ site, e164, label: Phi.seal(label) }));
      }),
    namePhones: (account, site, phones) =>
      actForAccount(db, account, async (work) => {
        if (phones.length === 0) return [];
        const rows = phones.map((e164) => ({ accountId: account, siteId: site, e164 }));
        await work.insert(carePhones).values(rows).onConflictDoNothing();
        const kept = await work.select().from(carePhones).where(ofSite(account, site));
        const ids = new Map(kept.map(({ e164, id }) => [e164, id]));
        return phones.flatMap((phone) => ids.get(phone) ?? []);
      }),
    namedPhones: (account, site) =>
      actForAccount(db, account, async (work) => {
        const kept = await work.select().from(carePhones).where(ofSite(account, site));
        return kept.map(({ e164, id }) => ({ id, phone: Phi.seal(e164) }));
      }),
  };
}
