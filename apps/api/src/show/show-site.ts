import type { SiteSummary } from "@ringtrail/api-contract";
import type { SiteSettings } from "@ringtrail/core/ports";

/** A site in the contract's shape. */
export function showSite(site: SiteSettings): SiteSummary {
  return {
    id: site.site,
    key: site.key,
    name: site.name,
    origins: [...site.origins],
    regime: site.regime,
    targets: site.targets.map(({ id, e164, label }) => ({ id, e164, label })),
    sources: site.sources.map(({ number, e164, target, touch }) => ({ number, e164, target, touch })),
    pools: site.pools.map(({ id }) => id),
  };
}
