import { randomBytes } from "node:crypto";
import type { AccountId, E164 } from "@ringtrail/core";
import { defaultAnnouncement } from "@ringtrail/core/call-flow";
import { defaultLengths } from "@ringtrail/core/number-pool";
import type { AccountStore } from "@ringtrail/core/ports";

/** What a new site is. */
export interface SiteWish {
  readonly account: AccountId;
  readonly name: string;
  readonly origin: string;
  /** Stands on the pages, and rings in the end. */
  readonly phone: E164;
}

/**
 * Sets a site up with what an owner expects to find: a key, its number to be swapped, and an empty pool. Where visitors
 * are is not known yet, so the strictest answer counts; nothing is recorded before the owner wants it.
 */
export async function addSite(
  accounts: Pick<AccountStore, "saveSite" | "saveTarget" | "savePool">,
  { account, name, origin, phone }: SiteWish,
): Promise<string> {
  const key = `s${randomBytes(9).toString("hex")}`;
  const flow = { destination: phone, ringSeconds: 25, announcement: defaultAnnouncement, recordingWanted: false };
  const site = await accounts.saveSite(account, {
    key,
    name,
    origins: [origin],
    regime: "unknown",
    flow,
    businessPlaces: [],
  });
  const target = await accounts.saveTarget(account, site, { e164: phone, label: "Main line" });
  await accounts.savePool(account, { site, target, name: "Website visitors", exclusive: false, ...defaultLengths });
  return key;
}
