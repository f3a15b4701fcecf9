import type { AccountId, SiteId } from "@ringtrail/core";
import type { SiteDirectory } from "@ringtrail/core/ports";
import { CommandFailure } from "./output.ts";

/** The account's site of this key; without a key the only one there is. @throws CommandFailure. */
export async function findSite(
  directory: Pick<SiteDirectory, "sitesOf">,
  account: AccountId,
  key: string | undefined,
): Promise<SiteId> {
  const sites = await directory.sitesOf(account);
  const found = key === undefined && sites.length === 1 ? sites[0] : sites.find((site) => site.key === key);
  if (found !== undefined) return found.site;
  throw new CommandFailure(
    "site_unknown",
    key === undefined ? "There is not exactly one site." : `No site has the key ${key}.`,
    `Name one with --site. Sites here: ${sites.map((site) => site.key).join(", ") || "none yet"}.`,
  );
}
