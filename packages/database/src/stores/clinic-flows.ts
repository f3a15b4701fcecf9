import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, SiteId } from "@ringtrail/core";
import { defaultAnnouncement, type CallFlow } from "@ringtrail/core/call-flow";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq } from "../drizzle.ts";
import { careSiteFlows, targetNumbers } from "../schema/index.ts";

/** The call flows of sites in healthcare mode, which lie on the care side. */
export interface ClinicFlows {
  /**
   * The whole flow of a site whose row says `kept`: itself, unless the site is a clinic. A clinic that was moved here without
   * its care side has lost its flow: then the business's own number rings, unrecorded. Undefined when there is none.
   */
  wholeFlow(account: AccountId, site: SiteId, kept: CallFlow): Promise<CallFlow | undefined>;
  /** Every clinic's flow of an account, read at once. */
  flowsOf(account: AccountId): Promise<ReadonlyMap<SiteId, CallFlow>>;
}

/** Reads clinics' flows as the care side; `api` is asked for the business's number alone. */
export function clinicFlows(sides: {
  readonly api: PostgresJsDatabase;
  readonly care: PostgresJsDatabase;
}): ClinicFlows {
  const flowsOf = (account: AccountId, site?: SiteId) =>
    actForAccount(sides.care, account, async (work) => {
      const ofSite = site === undefined ? undefined : eq(careSiteFlows.siteId, site);
      const rows = await work
        .select()
        .from(careSiteFlows)
        .where(and(eq(careSiteFlows.accountId, account), ofSite));
      return new Map(rows.map((row) => [row.siteId, row.flow]));
    });
  const ownNumber = (account: AccountId, site: SiteId) =>
    actForAccount(sides.api, account, async (work) => {
      const [row] = await work
        .select({ e164: targetNumbers.e164 })
        .from(targetNumbers)
        .where(and(eq(targetNumbers.accountId, account), eq(targetNumbers.siteId, site)))
        .orderBy(asc(targetNumbers.id))
        .limit(1);
      return row?.e164;
    });
  return {
    flowsOf: (account) => flowsOf(account),
    wholeFlow: async (account, site, kept) => {
      if (kept.isHealthcare !== true) return kept;
      const flow = (await flowsOf(account, site)).get(site);
      if (flow !== undefined) return flow;
      const destination = await ownNumber(account, site);
      if (destination === undefined) return undefined;
      return { ...kept, destination, ringSeconds: 30, announcement: defaultAnnouncement, recordingWanted: false };
    },
  };
}
