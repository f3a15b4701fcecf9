import { sourceKinds, type NumberPurpose } from "@ringtrail/api-contract";
import { err, ok, type AccountId, type Result } from "@ringtrail/core";
import type { NumberPlace, SiteDirectory } from "@ringtrail/core/ports";

/** No such site, target or pool of the account, or they do not belong together. */
export interface PlaceUnknown {
  readonly code: "place_unknown";
}

/** Works out what a number is to be for, from what a person chose. */
export async function findPlace(
  directory: Pick<SiteDirectory, "sitesOf">,
  account: AccountId,
  purpose: NumberPurpose,
): Promise<Result<NumberPlace, PlaceUnknown>> {
  const sites = await directory.sitesOf(account);
  if (purpose.role === "pool") {
    const pool = sites.flatMap(({ pools }) => pools).find(({ id }) => id === purpose.pool);
    if (pool === undefined) return err({ code: "place_unknown" });
    return ok({ role: "pool", site: pool.site, target: pool.target, pool: pool.id, slice: purpose.slice });
  }
  const site = sites.find(({ site: id }) => id === purpose.site);
  const target = site?.targets.find(({ id }) => purpose.target === undefined || id === purpose.target);
  const kind = sourceKinds.find(({ id }) => id === purpose.kind);
  if (site === undefined || target === undefined || kind === undefined) return err({ code: "place_unknown" });
  const { channel, source, medium } = kind;
  const unsaid = { keyword: undefined, clickId: undefined };
  const touch = { channel, source, medium, campaign: purpose.name, ...unsaid, rule: "source_number" };
  return ok({ role: "source", site: site.site, target: target.id, touch });
}
